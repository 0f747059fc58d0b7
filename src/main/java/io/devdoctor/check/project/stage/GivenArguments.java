package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.dockerfile.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The services that build a Dockerfile, and the `args` that they give to it.
final class GivenArguments {
    private GivenArguments() {}

    static List<ComposeService> services(Workspace workspace, Build build) {
        return workspace.composes().stream()
                .flatMap(compose -> compose.services().stream())
                .filter(service -> service.build()
                        .filter(one -> one.file().filter(build.path()::equals).isPresent()
                                && one.folder().filter(build.context()::equals).isPresent()
                                && one.target().equals(build.target()))
                        .isPresent())
                .toList();
    }

    /// What several services give differently is not known.
    static Map<String, Value> of(List<ComposeService> services) {
        Map<String, Value> given = new HashMap<>();
        for (ComposeService service : services) {
            service.build()
                    .ifPresent(build -> build.args()
                            .forEach((name, field) -> given.merge(
                                    name,
                                    field.value() instanceof Scalar scalar && scalar.known() && !scalar.isNull()
                                            ? new Value.Known(scalar.text())
                                            : Value.UNKNOWN,
                                    (first, second) -> first.equals(second) ? first : Value.UNKNOWN)));
        }
        return given;
    }
}
