package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Style;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows `include` of one file: each included file is a project of its own whose services, networks and so on are
/// taken in.
final class Including {
    private static final List<String> SECTIONS = List.of("services", "volumes", "networks", "secrets", "configs");

    private final ComposeLoader loader;
    private final ComposeLoader.Context context;

    /// @param context with the file that includes as the last of its files
    Including(ComposeLoader loader, ComposeLoader.Context context) {
        this.loader = loader;
        this.context = context;
    }

    Mapping file(Mapping document) {
        Mapping whole = document;
        for (ComposeNode one : document.items("include")) whole = taken(included(KeyValues.of("path", one)), whole);
        return whole;
    }

    private Optional<Mapping> included(Mapping asked) {
        boolean unknown = asked.items("path").stream().anyMatch(path -> !(path instanceof Scalar one) || !one.known());
        List<String> files = asked.items("path").stream()
                .filter(Scalar.class::isInstance)
                .map(path -> ComposePaths.resolve(context.folder(), ((Scalar) path).text()))
                .toList();
        if (unknown || files.isEmpty()) {
            loader.note(new ComposeProblem(Kind.UNREAD_FILE, asked.place(), ""));
            return Optional.empty();
        }
        if (context.including().contains(files.getFirst())) {
            loader.note(new ComposeProblem(Kind.INCLUDE_CYCLE, asked.place(), files.getFirst()));
            return Optional.empty();
        }
        String folder = asked.text("project_directory")
                .map(path -> ComposePaths.resolve(context.folder(), path))
                .orElseGet(() -> ComposePaths.parent(files.getFirst()));
        ComposeLoader.Context below = new ComposeLoader.Context(folder, variables(asked, folder), context.including());
        return Optional.of(loader.files(files, below, asked.place()));
    }

    private ComposeVariables variables(Mapping asked, String folder) {
        List<ComposeNode> named = asked.items("env_file");
        if (named.isEmpty()) {
            return context.variables().and(ComposeFiles.env(folder, loader.source(), context.variables()));
        }
        ComposeVariables variables = context.variables();
        for (ComposeNode one : named) {
            if (!(one instanceof Scalar path) || !path.known()) continue;
            String file = ComposePaths.resolve(context.folder(), path.text());
            switch (loader.source().file(file)) {
                case ComposeSource.Answer.Found(byte[] bytes) ->
                    variables = variables.and(DotEnv.parse(bytes, variables));
                case ComposeSource.Answer.Missing() ->
                    loader.note(new ComposeProblem(Kind.MISSING_FILE, path.place(), file));
                case ComposeSource.Answer.Unread() ->
                    loader.note(new ComposeProblem(Kind.UNREAD_FILE, path.place(), file));
            }
        }
        return variables;
    }

    private Mapping taken(Optional<Mapping> included, Mapping into) {
        if (included.isEmpty()) return into;
        Map<String, Field> fields = new LinkedHashMap<>(into.fields());
        for (String section : SECTIONS) {
            included.get().mapping(section).ifPresent(found -> fields.put(section, section(section, found, into)));
        }
        return new Mapping(fields, into.flow(), into.tag(), into.place());
    }

    private Field section(String section, Mapping found, Mapping into) {
        Map<String, Field> names = new LinkedHashMap<>();
        into.mapping(section).ifPresent(own -> names.putAll(own.fields()));
        found.fields().forEach((name, field) -> {
            Field own = names.putIfAbsent(name, field);
            if (own != null && !ComposeNode.same(own.value(), field.value())) {
                loader.note(new ComposeProblem(Kind.INCLUDE_CONFLICT, own.place(), section + "." + name));
            }
        });
        ComposePlace place = into.mapping(section).map(Mapping::place).orElse(found.place());
        Scalar key = into.field(section).map(Field::key).orElseGet(() -> new Scalar(section, Style.PLAIN, "", place));
        return new Field(key, new Mapping(names, false, "", place));
    }
}
