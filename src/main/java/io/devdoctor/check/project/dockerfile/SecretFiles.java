package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.SecretValue;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Stage;
import io.devdoctor.format.dockerfile.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Files of secrets that COPY or ADD names one by one. What comes along with a whole folder is for the ignore file.
final class SecretFiles {
    private static final Pattern NAMES = Pattern.compile(
            "\\.env(?:\\..*)?|id_(?:rsa|dsa|ecdsa|ed25519)|\\.npmrc|\\.netrc|_netrc"
                + "|\\.pypirc|\\.git-credentials|kubeconfig|.*\\.(?:pem|key|pfx|p12|kdbx|jks)|credentials(?:\\.json)?");
    private static final Pattern SAMPLES =
            Pattern.compile(".*(?:example|sample|template|dist|defaults?|test|public|\\.pub|ca|cert|chain|bundle).*");
    /// Their name proves nothing; a private key in them does.
    private static final Set<String> MAYBE = Set.of("pem", "key");

    /// They hold secrets only where one can be read in them.
    private static final Pattern SETTINGS = Pattern.compile("\\.env.*|\\.npmrc|credentials.*|kubeconfig");

    private static final int LONGEST = 1 << 16;

    private SecretFiles() {}

    /// @param path       in the project
    /// @param secret     what is in it; empty = its name alone speaks
    /// @param secretLine 1-based; 0 = none
    /// @param shown      the line without the secret
    record Copied(String path, int line, Optional<SecretValue> secret, int secretLine, String shown) {}

    static List<Copied> copied(Workspace project, Build build) {
        List<Copied> found = new ArrayList<>();
        List<Stage> stages = build.file().stages();
        Stage last = build.target()
                .flatMap(target -> build.file().source(target, stages.size()))
                .orElse(stages.getLast());
        Set<Integer> image = chain(build, last);
        for (Stage stage : stages) {
            if (!image.contains(stage.index())) continue;
            stage.all(Instruction.Transfer.class)
                    .filter(copy -> copy.flag("from").isEmpty())
                    .forEach(copy -> copy.sources().forEach(source -> look(project, build, source, found)));
        }
        return found;
    }

    /// The stage and those that it continues: their layers are the image's.
    private static Set<Integer> chain(Build build, Stage last) {
        Set<Integer> chain = new java.util.HashSet<>();
        Optional<Stage> stage = Optional.of(last);
        while (stage.isPresent() && chain.add(stage.get().index())) {
            Stage here = stage.get();
            stage = build.file().base(here.from().image().text(), here.index());
        }
        return chain;
    }

    private static void look(Workspace project, Build build, Word source, List<Copied> found) {
        String path = build.inProject(source.text());
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean suspect =
                NAMES.matcher(name).matches() && !SAMPLES.matcher(name).matches();
        if (!suspect || !project.facts().has(path)) return;
        Copied file = read(project, path, source.line());
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean proven = file.secret().map(SecretValue::isCertain).orElse(false);
        if (!proven && MAYBE.contains(ending)) return;
        boolean known = project.bytes(path).isPresent();
        // A file whose content is known and holds nothing is no secret.
        if (known && file.secret().isEmpty() && SETTINGS.matcher(name).matches()) return;
        found.add(file);
    }

    private static Copied read(Workspace project, String path, int line) {
        String text = project.bytes(path)
                .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8))
                .orElse("");
        int number = 0;
        for (String each : text.substring(0, Math.min(text.length(), LONGEST)).split("\r?\n")) {
            number++;
            Optional<SecretValue> secret = secret(each);
            if (secret.isPresent()) return new Copied(path, line, secret, number, shown(each, secret.get()));
        }
        return new Copied(path, line, Optional.empty(), 0, "");
    }

    private static String shown(String line, SecretValue secret) {
        return secret.kind() == SecretValue.Kind.PRIVATE_KEY
                ? "-----BEGIN PRIVATE KEY-----"
                : secret.mask(line).strip();
    }

    private static Optional<SecretValue> secret(String line) {
        int equals = line.indexOf('=');
        if (equals <= 0 || line.stripLeading().startsWith("#")) return SecretValue.in(line);
        String name =
                line.substring(0, equals).replaceFirst("^\\s*export\\s+", "").strip();
        String value = line.substring(equals + 1).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        return SecretValue.of(name, value);
    }
}
