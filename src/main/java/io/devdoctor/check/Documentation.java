package io.devdoctor.check;

import io.devdoctor.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// Where one reads more about a check: our own page, where this build was told its repository's address; else what the
/// makers of the thing write.
///
/// @param repository an https address without a slash at its end; "" = nobody told
/// @param version    of DevDoctor, whose tag holds the pages
public record Documentation(String repository, String version) {
    public static final Documentation OF_THIS_BUILD = read();

    private static final List<Row> MAKERS = DatedTable.rows("documentation.csv", 2).stream()
            .map(row -> new Row(row.get(0), row.get(1)))
            .toList();

    private record Row(String prefix, String address) {}

    /// An https address.
    public Optional<String> of(Area area, String check, Language language) {
        if (repository.isEmpty()) return ofMakers(check);
        return Optional.of("%s/blob/v%s/%s#%s".formatted(repository, version, page(area, language), anchor(check)));
    }

    /// What the makers write; the first row that fits counts.
    public static Optional<String> ofMakers(String check) {
        return MAKERS.stream()
                .filter(row -> check.startsWith(row.prefix()))
                .map(Row::address)
                .findFirst();
    }

    /// The page of an area, from the repository's root.
    public static String page(Area area, Language language) {
        return switch (language) {
                    case ENGLISH -> "docs/checks/";
                    case CHINESE -> "docs/zh-CN/checks/";
                }
                + area.id()
                + ".md";
    }

    /// What code hosts make of a heading that is an id: small letters, digits and hyphens alone.
    public static String anchor(String check) {
        return check.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
    }

    private static Documentation read() {
        try (InputStream in = Documentation.class.getResourceAsStream("/io/devdoctor/version.properties")) {
            if (in == null) throw new IllegalStateException("version.properties is missing");
            Properties properties = new Properties();
            properties.load(in);
            String address = properties.getProperty("address", "").strip().replaceFirst("/+$", "");
            // Whatever else the build put there is no address: a placeholder that nobody filled in.
            return new Documentation(
                    address.startsWith("https://") ? address : "", properties.getProperty("version", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
