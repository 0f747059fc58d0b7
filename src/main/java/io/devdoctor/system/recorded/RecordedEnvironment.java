package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Environment variables of a recording.
final class RecordedEnvironment implements Environment {
    private final Map<Scope, Reading<Map<String, String>>> scopes = new EnumMap<>(Scope.class);
    private final Tape tape;

    RecordedEnvironment(Json root, Tape tape) {
        this.tape = tape;
        for (Scope scope : Scope.values()) {
            scopes.put(scope, read(root.member("environment"), scope));
        }
    }

    private Reading<Map<String, String>> read(Json section, Scope scope) {
        if (scope != Scope.PROCESS && !tape.platform().isWindows()) {
            return new Reading.NotApplicable<>("not Windows");
        }
        // Variables may well be called "denied": outcomes without a value stand apart, in "unread".
        Json unread = section.member("unread").member(word(scope));
        if (!unread.isMissing()) return tape.reading(unread, source(scope), json -> sorted(json.textsByName()));
        Json json = section.member(word(scope));
        if (json.isMissing()) return tape.notRecorded(source(scope));
        return new Reading.Known<>(sorted(json.textsByName()), source(scope));
    }

    @Override
    public Reading<Map<String, String>> variables(Scope scope) {
        Reading<Map<String, String>> recorded = scopes.get(scope);
        return recorded == null ? tape.notRecorded(source(scope)) : recorded;
    }

    private Map<String, String> sorted(Map<String, String> variables) {
        Map<String, String> sorted =
                tape.platform().isWindows() ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
        sorted.putAll(variables);
        return Collections.unmodifiableMap(sorted);
    }

    private Source source(Scope scope) {
        return tape.source(Source.Kind.ENVIRONMENT, word(scope));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
