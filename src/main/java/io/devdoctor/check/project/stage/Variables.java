package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.Expander;
import io.devdoctor.format.dockerfile.Expansion;
import io.devdoctor.format.dockerfile.ShellWord;
import io.devdoctor.format.dockerfile.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ARG and ENV define at one point of a stage. A value that the file does not tell stays unknown, and so
/// does every word that needs it.
final class Variables {
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    private static final int LONGEST = 2048;

    private final char escape;
    private final Map<String, Value> arguments;
    private final Map<String, Value> environment;
    /// Of an image with an environment of its own, which nobody told us.
    private final Value undefined;

    private Variables(char escape, Map<String, Value> arguments, Map<String, Value> environment, Value undefined) {
        this.escape = escape;
        this.arguments = new HashMap<>(arguments);
        this.environment = new HashMap<>(environment);
        this.undefined = undefined;
    }

    /// Before the first FROM.
    static Variables global(char escape) {
        return new Variables(escape, Map.of(), Map.of(), Value.UNDEFINED);
    }

    /// At the start of a stage.
    static Variables ofStage(char escape, boolean scratch) {
        return new Variables(escape, Map.of(), Map.of(), scratch ? Value.UNDEFINED : Value.UNKNOWN);
    }

    Variables copy() {
        return new Variables(escape, arguments, environment, undefined);
    }

    void argument(String name, Value value) {
        arguments.put(name, bounded(value));
    }

    void environment(String name, Value value) {
        environment.put(name, bounded(value));
    }

    /// Values that double with each line would not fit into any memory.
    private static Value bounded(Value value) {
        return value instanceof Value.Known(String text) && text.length() > LONGEST ? Value.UNKNOWN : value;
    }

    Value get(String name) {
        Value set = environment.getOrDefault(name, arguments.getOrDefault(name, undefined));
        return set;
    }

    /// What ENV sets; empty = it does not, or to a value that is not known.
    Optional<String> set(String name) {
        return get(name) instanceof Value.Known(String text) ? Optional.of(text) : Optional.empty();
    }

    /// Whether the Dockerfile says anything about a variable.
    boolean names(String name) {
        return environment.containsKey(name) || arguments.containsKey(name);
    }

    /// Of a word of an instruction; empty = not known.
    Optional<String> expand(String word) {
        Expansion expansion = new Expander(escape, this::get).expand(word);
        return expansion.error().isEmpty() ? expansion.text() : Optional.empty();
    }

    Value value(String word) {
        return expand(word).<Value>map(Value.Known::new).orElse(Value.UNKNOWN);
    }

    /// Of a word of a shell command; empty = not known. Patterns stay in it.
    Optional<String> expand(ShellWord word) {
        if (word.isStatic() || word.text().indexOf('$') < 0) {
            return word.text().indexOf('`') >= 0 && !word.isStatic() ? Optional.empty() : Optional.of(word.text());
        }
        Matcher dollar = DOLLAR.matcher(word.text());
        StringBuilder text = new StringBuilder();
        while (dollar.find()) {
            String name = dollar.group(1) == null ? dollar.group(2) : dollar.group(1);
            Optional<String> value = set(name);
            if (value.isEmpty()) return Optional.empty();
            dollar.appendReplacement(text, Matcher.quoteReplacement(value.get()));
        }
        dollar.appendTail(text);
        return text.indexOf("$") >= 0 || text.indexOf("`") >= 0 ? Optional.empty() : Optional.of(text.toString());
    }
}
