package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Version;
import io.devdoctor.check.docker.ClientVersions.EngineApis;
import io.devdoctor.machine.ClientLibraries;
import io.devdoctor.machine.ClientLibraries.Host;
import io.devdoctor.machine.ClientLibraries.Library;
import io.devdoctor.machine.ClientLibraries.Pin;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What tells client libraries which version of the API to speak, and which engine to speak to, in place of their own
/// choice.
///
/// @param source where the engine's versions were read
record ToldVersions(Machine machine, ClientLibraries found, EngineApis engine, Source source) {
    /// As the engine's own clients began to be built for; every engine since 25.0 speaks it.
    private static final Version COMMON = Version.of("1.44");

    /// Pins that decide somewhere and that the engine refuses.
    List<Pin> refused() {
        return found.pins().stream()
                .filter(pin -> pin.kind() == Pin.Kind.USER || decides(pin))
                .filter(pin -> isRefused(pin.version()))
                .toList();
    }

    /// Engines other than this one to which Java programs go.
    List<Host> elsewhere() {
        boolean java =
                found.libraries().stream().anyMatch(library -> library.client().isJava());
        return java ? others() : List.of();
    }

    /// Whether something else than the library's own choice decides.
    boolean isSteered(Library library) {
        if (library.client().isJava())
            return !others().isEmpty() || pin(library.project()).isPresent();
        return isAccepted(library);
    }

    /// Whether what decides in place of the library suits the engine.
    boolean isAccepted(Library library) {
        if (library.client().isJava()) {
            return others().isEmpty()
                    && pin(library.project())
                            .filter(pin -> !isRefused(pin.version()))
                            .isPresent();
        }
        // A refused variable is told with the endpoint, whose it is.
        return library.client().isGo()
                && variable().filter(version -> !isRefused(version)).isPresent();
    }

    /// The newest version that any admitted release asks for.
    String asked(Library library) {
        return ClientVersions.rows(library).stream()
                .flatMap(row -> row.newest().stream())
                .max(Version::compareTo)
                .map(ClientLibrariesCheck::text)
                .orElse("");
    }

    Optional<Version> cure(Library library) {
        return ClientVersions.cure(library, engine);
    }

    /// `1.44 – 1.52`
    String range() {
        String highest = ClientLibrariesCheck.text(engine.highest());
        return engine.lowest()
                .map(lowest -> ClientLibrariesCheck.text(lowest) + " – " + highest)
                .orElse(highest);
    }

    /// A version that this engine speaks and many others, too.
    String advised() {
        return ClientLibrariesCheck.text(engine.refuses(COMMON) ? engine.highest() : COMMON);
    }

    List<Evidence> evidence(Library library) {
        String sources = String.join(
                "; ",
                ClientVersions.rows(library).stream()
                        .map(ClientVersions.Row::source)
                        .distinct()
                        .toList());
        return List.of(
                new Evidence(Text.of("evidence.docker.library", library.name()), library.version(), library.source()),
                new Evidence(Text.of("evidence.docker.library-asks", sources), asked(library), library.source()),
                engineEvidence());
    }

    Evidence engineEvidence() {
        return Evidence.of("evidence.docker.api-versions", range(), source);
    }

    private Optional<Pin> pin(String project) {
        return found.pins().stream()
                .filter(pin -> pin.kind() == Pin.Kind.USER || pin.project().equals(project))
                .max(Comparator.comparing(Pin::kind));
    }

    private boolean decides(Pin pin) {
        return pin(pin.project()).filter(pin::equals).isPresent();
    }

    private boolean isRefused(String version) {
        return Version.parse(version.replaceFirst("^v", ""))
                .filter(engine::refuses)
                .isPresent();
    }

    private Optional<String> variable() {
        return machine.dockerClient().known().stream()
                .flatMap(client -> client.variables().stream())
                .filter(variable -> variable.name().equals("DOCKER_API_VERSION"))
                .map(DockerClient.Variable::value)
                .findFirst();
    }

    private List<Host> others() {
        String asked = machine.dockerEngine().known().map(it -> it.endpoint()).orElse("");
        return found.hosts().stream()
                .filter(host -> !host.endpoint().equals(asked)
                        && !(new Endpoint(host.endpoint()).isDesktops() && new Endpoint(asked).isDesktops()))
                .toList();
    }
}
