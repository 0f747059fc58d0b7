package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Lays one Compose file over another, or a service over the one that it extends, by the rules of compose-go.
final class ComposeMerge {
    private static final int MOST = 1_000_000;
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "healthcheck.test", "ulimits.*");
    private static final Set<String> KEYED = Set.of(
            "environment",
            "labels",
            "annotations",
            "sysctls",
            "extra_hosts",
            "build.args",
            "build.labels",
            "build.additional_contexts",
            "build.extra_hosts",
            "deploy.labels");
    /// A text is a list of one.
    private static final Set<String> APPENDED = Set.of("dns", "dns_opt", "dns_search", "tmpfs", "label_file");
    private static final Map<String, Function<ComposeNode, String>> UNIQUE = Map.of(
            "ports", ComposeMerge::portKey,
            "volumes", ComposeMerge::volumeKey,
            "devices", ComposeMerge::volumeKey,
            "secrets", ComposeMerge::mountKey,
            "configs", ComposeMerge::mountKey,
            "env_file", ComposeMerge::mountKey);

    private final Consumer<ComposeProblem> problems;
    private int done;

    ComposeMerge(Consumer<ComposeProblem> problems) {
        this.problems = problems;
    }

    Mapping files(Mapping base, Mapping over) {
        return mapping(base, over, List.of());
    }

    Mapping service(Mapping base, Mapping over) {
        return mapping(base, over, List.of("services", "*"));
    }

    /// The same without what is reset where nothing lies below it; what aliases share is looked at once.
    static ComposeNode withoutReset(ComposeNode node, Map<ComposeNode, ComposeNode> done) {
        ComposeNode before = done.get(node);
        if (before != null) return before;
        ComposeNode after = switch (node) {
            case Scalar scalar -> scalar;
            case Sequence sequence -> {
                List<ComposeNode> items = new ArrayList<>();
                for (ComposeNode item : sequence.items()) {
                    if (!item.tag().equals(RESET)) items.add(withoutReset(item, done));
                }
                yield new Sequence(items, sequence.flow(), sequence.tag(), sequence.place());
            }
            case Mapping mapping -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                for (Field field : mapping.fields().values()) {
                    if (field.value().tag().equals(RESET)) continue;
                    fields.put(field.name(), new Field(field.key(), withoutReset(field.value(), done)));
                }
                yield new Mapping(fields, mapping.flow(), mapping.tag(), mapping.place());
            }
        };
        done.put(node, after);
        return after;
    }

    private Mapping mapping(Mapping base, Mapping over, List<String> path) {
        Map<String, Field> fields = new LinkedHashMap<>(base.fields());
        fields.values().removeIf(field -> field.value().tag().equals(RESET));
        done += fields.size();
        if (done > MOST) {
            problems.accept(new ComposeProblem(Kind.TOO_LARGE, over.place(), ""));
            return over;
        }
        for (Field field : over.fields().values()) {
            Field old = fields.get(field.name());
            if (field.value().tag().equals(RESET)) fields.remove(field.name());
            else if (old == null
                    || field.name().startsWith("x-")
                    || field.value().tag().equals(OVERRIDE)) fields.put(field.name(), field);
            else if (!ComposeNode.isNull(field.value()) || isReplaced(path, field.name())) {
                fields.put(field.name(), new Field(field.key(), merged(old, field, path)));
            }
        }
        return new Mapping(fields, over.flow(), over.tag(), over.place());
    }

    /// There nothing replaces something too.
    private static boolean isReplaced(List<String> path, String name) {
        List<String> here = new ArrayList<>(path);
        here.add(name);
        return REPLACED.contains(inService(here));
    }

    private ComposeNode merged(Field old, Field field, List<String> path) {
        List<String> here = new ArrayList<>(path);
        here.add(field.name());
        ComposeNode base = old.value();
        ComposeNode over = field.value();
        if (ComposeNode.isNull(base)) return over;
        String inService = inService(here);
        if (REPLACED.contains(inService)) return over;
        boolean labels = inService.isEmpty() && here.size() == 3 && field.name().equals("labels");
        if (labels || KEYED.contains(inService)) return mapping(KeyValues.mapping(base), KeyValues.mapping(over), here);
        if (inService.equals("depends_on")) {
            return mapping(KeyValues.names(base), KeyValues.dependencies(over), here);
        }
        if (inService.equals("networks")) return mapping(KeyValues.names(base), KeyValues.names(over), here);
        if (inService.equals("build")) {
            return mapping(KeyValues.of("context", base), KeyValues.of("context", over), here);
        }
        if (inService.equals("logging") && otherDriver(base, over)) return over;
        return alike(base, over, field, here, inService);
    }

    private ComposeNode alike(ComposeNode base, ComposeNode over, Field field, List<String> here, String inService) {
        if (base instanceof Mapping one && over instanceof Mapping other) return mapping(one, other, here);
        boolean text = base instanceof Scalar && over instanceof Scalar;
        if (text && !UNIQUE.containsKey(inService) && !APPENDED.contains(inService)) return over;
        if (base instanceof Mapping || over instanceof Mapping) {
            problems.accept(new ComposeProblem(Kind.TYPE, field.place(), String.join(".", here)));
            return over;
        }
        return lists(base, over, inService);
    }

    private Sequence lists(ComposeNode base, ComposeNode over, String inService) {
        Function<ComposeNode, String> key = UNIQUE.get(inService);
        List<ComposeNode> items = new ArrayList<>(ComposeNode.items(base));
        items.addAll(ComposeNode.items(over));
        done += items.size();
        if (key == null) return new Sequence(items, false, over.tag(), over.place());
        Map<String, ComposeNode> unique = new LinkedHashMap<>();
        items.forEach(item -> unique.put(key.apply(item), item));
        return new Sequence(List.copyOf(unique.values()), false, over.tag(), over.place());
    }

    /// The path below the service, the last name as `*` where it is the person's own; "" outside of services.
    private static String inService(List<String> path) {
        if (path.size() < 3 || !path.getFirst().equals("services")) return "";
        String joined = String.join(".", path.subList(2, path.size()));
        return joined.startsWith("ulimits.") ? "ulimits.*" : joined;
    }

    private static boolean otherDriver(ComposeNode base, ComposeNode over) {
        if (!(base instanceof Mapping one) || !(over instanceof Mapping other)) return false;
        return one.get("driver").isPresent()
                && other.get("driver").isPresent()
                && !one.text("driver").equals(other.text("driver"));
    }

    private static String portKey(ComposeNode node) {
        List<ComposePort> ports = ComposePort.of(node);
        return ports.isEmpty()
                ? String.valueOf(System.identityHashCode(node))
                : ports.getFirst().identity();
    }

    private static String volumeKey(ComposeNode node) {
        return ComposeVolume.of(node).map(ComposeVolume::target).orElseGet(() -> mountKey(node));
    }

    private static String mountKey(ComposeNode node) {
        return switch (node) {
            case Scalar scalar -> scalar.text();
            case Mapping mapping ->
                mapping.text("target")
                        .or(() -> mapping.text("source"))
                        .or(() -> mapping.text("path"))
                        .orElse("");
            case Sequence _ -> "";
        };
    }
}
