package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import java.util.Map;
import java.util.Optional;

/// How the image of a service is built.
///
/// @param node as a mapping, `context` alone where the short form stands
public record ComposeBuild(ComposeService service, Mapping node) {
    /// The folder as written; "." by default, empty where it is not known.
    public Optional<String> context() {
        return node.get("context").isEmpty() ? Optional.of(".") : node.text("context");
    }

    /// The path as written, relative to the context; empty where it is not known.
    public Optional<String> dockerfile() {
        return node.get("dockerfile").isEmpty() ? Optional.of("Dockerfile") : node.text("dockerfile");
    }

    public Optional<String> inline() {
        return node.text("dockerfile_inline");
    }

    public Optional<String> target() {
        return node.text("target");
    }

    /// By name; null values are taken from the shell and stand here as scalars that are null.
    public Map<String, Field> args() {
        return node.get("args").map(KeyValues::mapping).map(Mapping::fields).orElse(Map.of());
    }

    /// The context as the project counts it.
    public Optional<String> folder() {
        return context().map(path -> service.project().resolve(place("context"), path));
    }

    /// The Dockerfile as the project counts it; empty where it is inline, remote or unknown.
    public Optional<String> file() {
        if (node.get("dockerfile_inline").isPresent()) return Optional.empty();
        return folder().filter(folder -> !ComposePaths.isRemote(folder))
                .flatMap(folder -> dockerfile().map(path -> ComposePaths.resolve(folder, path)));
    }

    public ComposePlace place(String key) {
        return node.get(key).map(ComposeNode::place).orElse(node.place());
    }
}
