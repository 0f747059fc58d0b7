package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// A service, by the words of its file. What holds an unknown variable is empty, and [#isSilent] tells that it is not
/// just unset.
///
/// @param field its name and what stands below
public record ComposeService(ComposeProject project, Field field) {
    public String name() {
        return field.name();
    }

    /// Where its name stands.
    public ComposePlace place() {
        return field.place();
    }

    public Mapping node() {
        return (Mapping) field.value();
    }

    /// Whether a key is set to something whose value nobody knows.
    public boolean isSilent(String key) {
        return node().scalar(key).filter(scalar -> !scalar.known()).isPresent();
    }

    public Optional<String> text(String key) {
        return node().text(key);
    }

    public boolean isTrue(String key) {
        return text(key).filter("true"::equals).isPresent();
    }

    public Optional<String> image() {
        return text("image");
    }

    /// Texts of a list whose variables are known.
    public List<Scalar> scalars(String key) {
        return node().items(key).stream()
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(Scalar::known)
                .toList();
    }

    public Set<String> profiles() {
        return scalars("profiles").stream().map(Scalar::text).collect(Collectors.toSet());
    }

    public Optional<ComposeBuild> build() {
        return node().get("build").map(build -> new ComposeBuild(this, KeyValues.of("context", build)));
    }

    public List<ComposePort> ports() {
        return node().items("ports").stream()
                .flatMap(item -> ComposePort.of(item).stream())
                .toList();
    }

    public List<ComposeVolume> volumes() {
        return node().items("volumes").stream()
                .flatMap(item -> ComposeVolume.of(item).stream())
                .toList();
    }

    /// By name; the value is a scalar that is null where it comes from the shell.
    public Map<String, Field> environment() {
        return node().get("environment")
                .map(KeyValues::mapping)
                .map(Mapping::fields)
                .orElse(Map.of());
    }

    /// Names that a list form gives more than once, or in two spellings, stand here once each.
    public List<Field> environmentAsWritten() {
        return switch (node().get("environment").orElse(null)) {
            case Sequence sequence -> {
                List<Field> fields = new ArrayList<>();
                sequence.items()
                        .forEach(item ->
                                fields.addAll(KeyValues.mapping(new Sequence(List.of(item), false, "", item.place()))
                                        .fields()
                                        .values()));
                yield fields;
            }
            case Mapping mapping -> List.copyOf(mapping.fields().values());
            case Scalar _ -> List.of();
            case null -> List.of();
        };
    }

    /// @param required false = nothing is said when it is missing
    public record EnvFile(String path, boolean required, ComposePlace place) {}

    public List<EnvFile> envFiles() {
        return node().items("env_file").stream()
                .map(item -> KeyValues.of("path", item))
                .flatMap(one -> one.scalar("path").filter(Scalar::known).stream()
                        .map(path -> new EnvFile(
                                path.text(),
                                one.text("required").filter("false"::equals).isEmpty(),
                                path.place())))
                .toList();
    }

    /// Networks by name; `default` where none is named, none with a `network_mode`.
    public Map<String, Field> networks() {
        Optional<ComposeNode> named = node().get("networks");
        if (named.isPresent()) return KeyValues.names(named.get()).fields();
        if (node().get("network_mode").isPresent()) return Map.of();
        Map<String, Field> standard = new LinkedHashMap<>();
        standard.put("default", new Field(field.key(), field.key()));
        return standard;
    }

    public Set<String> aliases() {
        return networks().values().stream()
                .filter(network -> network.value() instanceof Mapping)
                .flatMap(network -> ((Mapping) network.value()).items("aliases").stream())
                .filter(Scalar.class::isInstance)
                .map(alias -> ((Scalar) alias).text())
                .collect(Collectors.toSet());
    }

    public Optional<String> networkMode() {
        return text("network_mode");
    }

    public List<ComposeDependency> dependencies() {
        return node().get("depends_on").map(ComposeDependency::of).orElse(List.of());
    }

    /// Of `command` or `entrypoint`; empty where it is not set or not known.
    public Optional<ComposeWords> words(String key) {
        return node().get(key).flatMap(ComposeWords::of);
    }

    public Optional<Mapping> healthcheck() {
        return node().mapping("healthcheck");
    }

    /// Whether the health check is set to nothing.
    public boolean isHealthcheckOff() {
        return healthcheck()
                .filter(check -> check.text("disable").filter("true"::equals).isPresent()
                        || check.items("test").stream()
                                .findFirst()
                                .filter(first -> first instanceof Scalar one
                                        && one.text().equals("NONE"))
                                .isPresent())
                .isPresent();
    }

    /// What the health check runs, without `CMD` or `CMD-SHELL` in front.
    public Optional<ComposeWords> health() {
        if (isHealthcheckOff()) return Optional.empty();
        return healthcheck().flatMap(check -> check.get("test")).flatMap(ComposeWords::ofTest);
    }

    /// The limit in bytes: of `deploy.resources.limits.memory`, else of `mem_limit`.
    public OptionalLong memoryLimit() {
        return memoryNode().map(limit -> ComposeSize.bytes(limit.text())).orElse(OptionalLong.empty());
    }

    public Optional<Scalar> memoryNode() {
        return node().mapping("deploy")
                .flatMap(deploy -> deploy.mapping("resources"))
                .flatMap(resources -> resources.mapping("limits"))
                .flatMap(limits -> limits.scalar("memory"))
                .or(() -> node().scalar("mem_limit"))
                .filter(Scalar::known);
    }

    /// How many containers run it; 1 by default, 0 where it is not known.
    public int replicas() {
        Optional<Scalar> number = node().mapping("deploy")
                .flatMap(deploy -> deploy.scalar("replicas"))
                .or(() -> node().scalar("scale"));
        if (number.isEmpty()) return 1;
        return number.map(Scalar::text)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /// Secrets or configs that it mounts, by the name under which the file declares them.
    public List<Scalar> mounted(String key) {
        return node().items(key).stream()
                .flatMap(item -> KeyValues.of("source", item).scalar("source").stream())
                .filter(Scalar::known)
                .toList();
    }

    /// Whether Compose itself watches the sources (`develop.watch`).
    public boolean isWatchedByCompose() {
        return node().mapping("develop")
                .filter(one -> !one.items("watch").isEmpty())
                .isPresent();
    }
}
