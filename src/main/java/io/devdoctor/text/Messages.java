package io.devdoctor.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The words of one language. Immutable; a missing key is shown as the key itself and refused by a test.
public final class Messages {
    /// Half a megabyte each: most commands speak one language.
    private static final Map<Language, Messages> LOADED = new ConcurrentHashMap<>();
    private final Language language;
    private final Map<String, String> patterns;
    private final Format format;

    private Messages(Language language, Map<String, String> patterns, Format format) {
        this.language = language;
        this.patterns = patterns;
        this.format = format;
    }

    public static Messages of(Language language) {
        return LOADED.computeIfAbsent(language, wanted -> {
            Map<String, String> patterns = load(wanted);
            return new Messages(wanted, patterns, new Format(patterns, ZoneId.systemDefault()));
        });
    }

    /// The same words with times written for another zone.
    public Messages in(ZoneId zone) {
        return new Messages(language, patterns, new Format(patterns, zone));
    }

    public Language language() {
        return language;
    }

    public Format format() {
        return format;
    }

    public Set<String> keys() {
        return patterns.keySet();
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public String say(String key, Object... args) {
        return say(Text.of(key, args));
    }

    public String say(Text text) {
        String pattern = patterns.get(text.key());
        if (pattern == null) return text.key();
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) return pattern;
        Object[] args = text.args().stream().map(this::argument).toArray();
        return new MessageFormat(pattern, language.locale()).format(args);
    }

    private Object argument(Text.Arg arg) {
        return switch (arg) {
            case Text.Arg.Word(String value) -> value;
            case Text.Arg.Count(long value) -> value;
            case Text.Arg.Size(long bytes) -> format.size(bytes);
            case Text.Arg.Span(var value) -> format.span(value);
            case Text.Arg.Moment(var value) -> format.moment(value);
            case Text.Arg.Share(double value) -> format.share(value);
            case Text.Arg.Nested(Text value) -> say(value);
            case Text.Arg.Several(var values) ->
                values.stream()
                        .map(value -> String.valueOf(argument(value)))
                        .collect(Collectors.joining(format.listSeparator()));
        };
    }

    private static Map<String, String> load(Language language) {
        String name = "messages_" + language.tag().replace('-', '_') + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                return properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
