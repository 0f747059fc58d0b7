package io.devdoctor.check.project.compose;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Finding;
import io.devdoctor.format.Similar;
import io.devdoctor.format.compose.ComposeNode;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keys that Compose does not know, and keys that exclude or need each other.
final class Shape {
    private static final List<List<String>> KEYS = DatedTable.rows("compose-keys.csv", 2);
    private static final Set<String> TOP = keys("top");
    private static final Set<String> SERVICE = keys("service");
    private static final Set<String> HEALTH_FORMS = Set.of("CMD", "CMD-SHELL", "NONE");

    private final ComposeCheck check;
    private final Stack stack;

    Shape(ComposeCheck check, Stack stack) {
        this.check = check;
        this.stack = stack;
    }

    private static Set<String> keys(String section) {
        return KEYS.stream()
                .filter(row -> row.getFirst().equals(section))
                .flatMap(row -> List.of(row.get(1).split(" ")).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Finding> all() {
        List<Finding> found = new ArrayList<>();
        unknown(stack.compose().model().fields().values(), TOP, "unknown-key").ifPresent(found::add);
        List<Field> fields = stack.services().stream()
                .flatMap(service -> service.node().fields().values().stream())
                .toList();
        unknown(fields, SERVICE, "unknown-service-key").ifPresent(found::add);
        add(found, "no-image", stack.services().stream().filter(Shape::isEmpty).map(Shape::hit));
        add(
                found,
                "exclusive",
                stack.services().stream().filter(Shape::hasBothNetworks).map(Shape::hit));
        add(found, "healthcheck-form", stack.services().stream().flatMap(Shape::healthForm));
        add(found, "container-name", containerNames().stream());
        return found;
    }

    private void add(List<Finding> found, String outcome, Stream<Hit> hits) {
        List<Hit> all = hits.toList();
        if (!all.isEmpty()) found.add(check.problem(stack, outcome, all));
    }

    private Optional<Finding> unknown(Collection<Field> fields, Set<String> known, String outcome) {
        Mending mending = new Mending(stack);
        List<Hit> hits = new ArrayList<>();
        for (Field field : fields) {
            if (known.contains(field.name()) || field.name().startsWith("x-")) continue;
            hits.add(new Hit(field.place(), field.name()));
            String similar = Similar.of(known, field.name());
            if (!similar.isEmpty()) mending.change(field.place(), edit -> edit.replace(field.key(), similar));
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = outcome.equals("unknown-key")
                ? check.problem(stack, outcome, hits)
                : check.likely(stack, outcome, hits);
        return Optional.of(mending.suggestion("compose.syntax/rename", "rename")
                .map(finding::fixedBy)
                .orElse(finding));
    }

    private static Hit hit(ComposeService service) {
        return Hit.of(service, service.place());
    }

    private static boolean isEmpty(ComposeService service) {
        return Stream.of("image", "build", "provider", "extends")
                .noneMatch(key -> service.node().get(key).isPresent());
    }

    private static boolean hasBothNetworks(ComposeService service) {
        return service.node().get("network_mode").isPresent()
                && service.node().get("networks").isPresent();
    }

    private static Stream<Hit> healthForm(ComposeService service) {
        Optional<ComposeNode> test = service.healthcheck().flatMap(health -> health.get("test"));
        boolean wrong = test.filter(Sequence.class::isInstance)
                .flatMap(list -> ((Sequence) list).items().stream().findFirst())
                .filter(first -> !(first instanceof Scalar form && HEALTH_FORMS.contains(form.text())))
                .isPresent();
        return wrong ? Stream.of(Hit.of(service, test.orElseThrow().place())) : Stream.of();
    }

    private List<Hit> containerNames() {
        Map<String, ComposeService> first = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            Optional<Scalar> name = service.node().scalar("container_name").filter(Scalar::known);
            if (name.isEmpty()) continue;
            ComposeService other = first.putIfAbsent(name.get().text(), service);
            boolean clash = other != null && Stack.together(other, service);
            if (clash) hits.add(new Hit(name.get().place(), name.get().text()));
        }
        return hits;
    }
}
