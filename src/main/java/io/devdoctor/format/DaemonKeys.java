package io.devdoctor.format;

import io.devdoctor.format.JsonValue.ArrayValue;
import io.devdoctor.format.JsonValue.Member;
import io.devdoctor.format.JsonValue.ObjectValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The keys of `daemon.json`, from the dated table `daemon-keys.csv`, and what dockerd makes of a file's keys.
public final class DaemonKeys {
    private static final Map<String, DaemonKey> ALL = DataTable.rows("daemon-keys.csv").stream()
            .map(row -> new DaemonKey(
                    row[0],
                    DaemonKey.Type.valueOf(row[1]),
                    row[2],
                    row[3],
                    row[4],
                    DaemonKey.Status.valueOf(row[5]),
                    row[6]))
            .collect(Collectors.toUnmodifiableMap(DaemonKey::name, Function.identity()));

    private DaemonKeys() {}

    public static Collection<DaemonKey> all() {
        return ALL.values();
    }

    /// Names match exactly, as dockerd's flags do.
    public static Optional<DaemonKey> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// What is wrong with the keys of a parsed daemon.json, in the order of the file. A null value counts as not set.
    public static List<DaemonProblem> problems(JsonDocument document) {
        return problems(document, "");
    }

    /// As [#problems(JsonDocument)], by an engine of a version such as `28.3.2`; "" = the newest that the table knows.
    public static List<DaemonProblem> problems(JsonDocument document, String engine) {
        List<DaemonProblem> problems = new ArrayList<>();
        document.object()
                .ifPresent(root -> root.members().forEach(member -> judge(document, member, engine, problems)));
        return List.copyOf(problems);
    }

    private static void judge(JsonDocument document, Member member, String engine, List<DaemonProblem> problems) {
        Place place = new Place(document, problems, member.name(), "/" + escape(member.name()));
        int at = member.nameSpan().start();
        Optional<DaemonKey> known = find(member.name());
        if (known.isEmpty()) {
            place.add(DaemonProblem.Kind.UNKNOWN, at, suggestion(member.name()));
            return;
        }
        DaemonKey key = known.get();
        if (isBefore(engine, key.since())) {
            place.add(DaemonProblem.Kind.TOO_NEW, at, key.since());
            return;
        }
        // An engine older than the removal still takes the key as it was meant.
        if (isBefore(engine, key.until())) {
            type(place, key.type(), member.value());
            return;
        }
        switch (key.status()) {
            case CURRENT -> type(place, key.type(), member.value());
            case REMOVED -> place.add(DaemonProblem.Kind.REMOVED, at, key.instead());
            case IGNORED -> place.add(DaemonProblem.Kind.IGNORED, at, key.instead());
            case MISPLACED -> place.add(DaemonProblem.Kind.MISPLACED, at, key.instead());
        }
    }

    private static void type(Place place, DaemonKey.Type type, JsonValue value) {
        if (value instanceof JsonValue.NullValue) {
            return;
        }
        boolean fits = switch (type) {
            case STRING -> value.type() == JsonType.STRING;
            case BOOLEAN -> value.type() == JsonType.BOOLEAN;
            case INTEGER -> value.integer().isPresent();
            case ARRAY, STRINGS -> value.type() == JsonType.ARRAY;
            case OBJECT, OPTIONS, SWITCHES -> value.type() == JsonType.OBJECT;
            case ANY -> true;
        };
        if (!fits) {
            place.add(DaemonProblem.Kind.WRONG_TYPE, value.span().start(), type.name());
        } else {
            inner(place, type, value);
        }
    }

    private static void inner(Place place, DaemonKey.Type type, JsonValue value) {
        if (type == DaemonKey.Type.STRINGS && value instanceof ArrayValue(var elements, var _)) {
            for (int i = 0; i < elements.size(); i++) {
                type(place.inner(Integer.toString(i)), DaemonKey.Type.STRING, elements.get(i));
            }
        } else if (value instanceof ObjectValue(var members, var _)) {
            for (Member member : members) {
                switch (type) {
                    case OPTIONS -> type(place.inner(member.name()), DaemonKey.Type.STRING, member.value());
                    case SWITCHES -> type(place.inner(member.name()), DaemonKey.Type.BOOLEAN, member.value());
                    case STRING, BOOLEAN, INTEGER, ARRAY, OBJECT, STRINGS, ANY -> {}
                }
            }
        }
    }

    /// Where one of the two is not known, nothing is before anything.
    private static boolean isBefore(String engine, String version) {
        if (!engine.matches("\\d{1,4}(\\.\\d{1,4})+.*") || version.isEmpty()) return false;
        String[] one = engine.split("[^0-9]+");
        String[] other = version.split("\\.");
        for (int i = 0; i < other.length; i++) {
            int mine = i < one.length ? Integer.parseInt(one[i]) : 0;
            int theirs = Integer.parseInt(other[i]);
            if (mine != theirs) return mine < theirs;
        }
        return false;
    }

    private static String suggestion(String name) {
        List<String> names = ALL.values().stream()
                .filter(key -> key.status() == DaemonKey.Status.CURRENT)
                .map(DaemonKey::name)
                .sorted()
                .toList();
        return Similar.of(names, name);
    }

    private static String escape(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }

    private record Place(JsonDocument document, List<DaemonProblem> problems, String key, String pointer) {
        Place inner(String part) {
            return new Place(document, problems, key + "." + part, pointer + "/" + escape(part));
        }

        void add(DaemonProblem.Kind kind, int offset, String argument) {
            problems.add(new DaemonProblem(
                    kind, key, document.lineOf(offset), document.columnOf(offset), pointer, argument));
        }
    }
}
