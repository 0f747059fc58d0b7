package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The state of reading parser directives: they must be the very first lines.
final class Directives {
    private static final Pattern FORM = Pattern.compile("([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(\\S.*)");
    private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");

    private final ErrorList errors;
    private final List<Directive> found = new ArrayList<>();
    private char escape = '\\';
    private boolean done;

    Directives(ErrorList errors) {
        this.errors = errors;
    }

    /// @param text of a line, without blanks before it
    /// @return whether it is a directive
    boolean read(String text, Span span, int line) {
        if (done) return false;
        Matcher matcher = FORM.matcher(text.startsWith("#") ? text.substring(1).strip() : "");
        if (!matcher.matches() || !KNOWN.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            done = true;
            return false;
        }
        accept(new Directive(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), span, line));
        return true;
    }

    private void accept(Directive directive) {
        String name = directive.name();
        if (found.stream().anyMatch(other -> other.name().equals(name))) {
            errors.reading(
                    Kind.DIRECTIVE_REPEATED,
                    directive.line(),
                    name,
                    "only one " + name + " parser directive can be used");
            return;
        }
        found.add(directive);
        if (!name.equals("escape")) return;
        if (directive.value().equals("\\") || directive.value().equals("`")) {
            escape = directive.value().charAt(0);
        } else {
            errors.reading(
                    Kind.ESCAPE_VALUE,
                    directive.line(),
                    directive.value(),
                    "invalid escape token '" + directive.value() + "' does not match ` or \\");
        }
    }

    char escape() {
        return escape;
    }

    List<Directive> found() {
        return found;
    }
}
