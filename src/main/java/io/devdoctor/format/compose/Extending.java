package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows `extends` of the services of one file.
final class Extending {
    private static final int DEEPEST = 32;

    private final ComposeLoader loader;
    private final ComposeLoader.Context context;

    Extending(ComposeLoader loader, ComposeLoader.Context context) {
        this.loader = loader;
        this.context = context;
    }

    private record Step(String file, String service) {}

    Mapping file(String file, Mapping document) {
        Optional<Mapping> services = document.mapping("services");
        boolean extending = services.stream()
                .flatMap(all -> all.fields().values().stream())
                .anyMatch(field -> field.value() instanceof Mapping one
                        && one.get("extends").isPresent());
        if (!extending) return document;
        Map<String, Field> extended = new LinkedHashMap<>();
        Mapping all = services.orElseThrow();
        all.fields()
                .forEach((name, field) -> extended.put(
                        name,
                        field.value() instanceof Mapping one
                                ? new Field(field.key(), service(file, name, one, all, context.folder(), List.of()))
                                : field));
        Map<String, Field> fields = new LinkedHashMap<>(document.fields());
        fields.computeIfPresent(
                "services",
                (_, field) -> new Field(field.key(), new Mapping(extended, all.flow(), all.tag(), all.place())));
        return new Mapping(fields, document.flow(), document.tag(), document.place());
    }

    private Mapping service(
            String file, String name, Mapping service, Mapping siblings, String folder, List<Step> steps) {
        Optional<ComposeNode> extended = service.get("extends");
        if (extended.isEmpty()) return service;
        Step here = new Step(file, name);
        if (steps.contains(here) || steps.size() > DEEPEST) {
            loader.note(new ComposeProblem(Kind.EXTENDS_CYCLE, extended.get().place(), name));
            return service;
        }
        List<Step> deeper = new ArrayList<>(steps);
        deeper.add(here);
        Mapping asked = KeyValues.of("service", extended.get());
        Optional<Scalar> target = asked.scalar("service").filter(Scalar::known);
        Optional<ComposeNode> elsewhere = asked.get("file");
        if (target.isEmpty()) return service;
        return (elsewhere.isEmpty()
                        ? base(file, target.get(), siblings, folder, deeper)
                        : asked.text("file")
                                .flatMap(path -> other(target.get(), ComposePaths.resolve(folder, path), deeper)))
                .map(base -> loader.merge().service(base, service))
                .orElse(service);
    }

    private Optional<Mapping> base(String file, Scalar target, Mapping siblings, String folder, List<Step> steps) {
        Optional<Mapping> base = siblings.mapping(target.text());
        if (base.isEmpty()) {
            loader.note(new ComposeProblem(Kind.EXTENDS_MISSING_SERVICE, target.place(), target.text()));
        }
        return base.map(one -> service(file, target.text(), one, siblings, folder, steps));
    }

    private Optional<Mapping> other(Scalar target, String file, List<Step> steps) {
        String folder = ComposePaths.parent(file);
        loader.countFrom(file, folder);
        List<Mapping> documents = loader.documents(file, context.variables(), target.place());
        if (documents.isEmpty()) return Optional.empty();
        Mapping services =
                documents.getFirst().mapping("services").orElse(new Mapping(Map.of(), false, "", target.place()));
        return base(file, target, services, folder, steps);
    }
}
