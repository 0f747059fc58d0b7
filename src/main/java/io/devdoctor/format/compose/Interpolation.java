package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `$NAME`, `${NAME}` and its forms `:-` `-` `:?` `?` `:+` `+` as compose-go's template reads them (v2.13): `$$` is a
/// dollar, a dollar that no name follows stays, `${` without a name is an error, and defaults may hold variables.
final class Interpolation {
    private static final Pattern NAME = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");
    private static final int DEEPEST = 20;
    /// What values of variables may add to a text.
    private static final int LONGEST = 65_536;

    /// @param known    false = a variable in it has no value that we know
    /// @param problems kind and detail of what was wrong
    record Outcome(String text, boolean known, List<Complaint> problems) {}

    record Complaint(Kind kind, String detail) {}

    private final ComposeVariables variables;
    private final StringBuilder out = new StringBuilder();
    private final List<Complaint> problems;
    private boolean known = true;

    private Interpolation(ComposeVariables variables, List<Complaint> problems) {
        this.variables = variables;
        this.problems = problems;
    }

    static Outcome of(String template, ComposeVariables variables) {
        return of(template, variables, new ArrayList<>(), 0);
    }

    private static Outcome of(String template, ComposeVariables variables, List<Complaint> problems, int depth) {
        if (template.indexOf('$') < 0) return new Outcome(template, true, List.of());
        if (depth > DEEPEST) return new Outcome(template, false, List.of());
        Interpolation interpolation = new Interpolation(variables, problems);
        interpolation.read(template, depth);
        return new Outcome(interpolation.out.toString(), interpolation.known, List.copyOf(problems));
    }

    private void read(String template, int depth) {
        Matcher name = NAME.matcher(template);
        int at = 0;
        while (at < template.length()) {
            if (out.length() > template.length() + LONGEST) {
                unknown("");
                return;
            }
            int dollar = template.indexOf('$', at);
            if (dollar < 0 || dollar + 1 == template.length()) {
                out.append(template, at, template.length());
                return;
            }
            out.append(template, at, dollar);
            char next = template.charAt(dollar + 1);
            at = dollar + 2;
            if (next == '{') {
                at = braced(template, dollar, name, depth);
            } else if (next == '$') {
                out.append('$');
            } else if (name.region(dollar + 1, template.length()).lookingAt()) {
                at = name.end();
                plain(name.group(), template.substring(dollar, at));
            } else {
                out.append('$').append(next);
            }
        }
    }

    /// @return where to read on
    private int braced(String template, int dollar, Matcher name, int depth) {
        int close = close(template, dollar);
        boolean named = name.region(dollar + 2, template.length()).lookingAt();
        if (close < 0 || !named || name.end() > close) return refused(template, dollar, close);
        String written = template.substring(dollar, close + 1);
        String rest = template.substring(name.end(), close);
        if (rest.isEmpty()) {
            plain(name.group(), written);
            return close + 1;
        }
        boolean orEmpty = rest.charAt(0) == ':';
        String operator = rest.substring(orEmpty ? 1 : 0);
        if (operator.isEmpty() || "-?+".indexOf(operator.charAt(0)) < 0) return refused(template, dollar, close);
        form(name.group(), operator.charAt(0), orEmpty, operator.substring(1), written, depth);
        return close + 1;
    }

    private int refused(String template, int dollar, int close) {
        int end = close < 0 ? template.length() : close + 1;
        String written = template.substring(dollar, end);
        problems.add(new Complaint(Kind.INTERPOLATION, written.length() > 100 ? written.substring(0, 100) : written));
        unknown(written);
        return end;
    }

    /// Braces of other things count too, such as those of JSON; where they are odd, the last one closes.
    private static int close(String template, int from) {
        int open = 0;
        for (int i = from; i < template.length(); i++) {
            if (template.charAt(i) == '{') open++;
            if (template.charAt(i) == '}' && --open == 0) return i;
        }
        int last = template.lastIndexOf('}');
        return last > from ? last : -1;
    }

    private void plain(String name, String written) {
        Optional<String> value = variables.value(name);
        if (value.isPresent()) {
            out.append(value.get());
            return;
        }
        if (!variables.isUntold(name)) problems.add(new Complaint(Kind.UNDEFINED_VARIABLE, name));
        unknown(written);
    }

    private void form(String name, char operator, boolean orEmpty, String word, String written, int depth) {
        if (variables.isUntold(name)) {
            unknown(written);
            return;
        }
        Optional<String> value = variables.value(name).filter(text -> !orEmpty || !text.isEmpty());
        switch (operator) {
            case '-' -> value.ifPresentOrElse(out::append, () -> nested(word, depth));
            case '+' -> {
                if (value.isPresent()) nested(word, depth);
            }
            default ->
                value.ifPresentOrElse(out::append, () -> {
                    problems.add(new Complaint(Kind.REQUIRED_VARIABLE, name));
                    unknown(written);
                });
        }
    }

    private void nested(String word, int depth) {
        Outcome inner = of(word, variables, problems, depth + 1);
        out.append(inner.text());
        known &= inner.known();
    }

    private void unknown(String written) {
        out.append(written);
        known = false;
    }
}
