package io.devdoctor.probe;

import io.devdoctor.format.manifest.Dependency;
import io.devdoctor.format.manifest.Manifest;
import io.devdoctor.format.manifest.Manifest.Property;
import io.devdoctor.format.manifest.VersionRange;
import io.devdoctor.machine.ClientLibraries.Client;
import io.devdoctor.machine.ClientLibraries.Library;
import io.devdoctor.machine.ClientLibraries.Pin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts together what the files of one project say of its libraries for Docker.
final class ProjectLibraries {
    /// `${name}`, `$name`, `${property("name")}`, `${libs.versions.name}`.
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{?(?:property\\([\"'])?([\\w.-]+)(?:[\"']\\))?}?");
    /// By which Spring Boot and others let a project choose.
    private static final String COMMON = "testcontainers.version";

    private final String project;
    private final Map<ClientLibrariesProbe.Read, Manifest> manifests = new LinkedHashMap<>();

    ProjectLibraries(String project) {
        this.project = project;
    }

    void take(ClientLibrariesProbe.Read file, Manifest manifest) {
        manifests.put(file, manifest);
    }

    List<Pin> pins() {
        List<Pin> pins = new ArrayList<>();
        manifests.forEach((file, manifest) -> manifest.api()
                .ifPresent(api -> pins.add(new Pin(
                        file.path().endsWith("docker-java.properties") ? Pin.Kind.RESOURCE : Pin.Kind.BUILD,
                        project,
                        api.value(),
                        file.path(),
                        api.line(),
                        ClientLibrariesProbe.at(file.source(), api.line())))));
        return pins;
    }

    /// One line for each version that a file asks for. A file that leaves the version to another one says nothing,
    /// unless nobody says any.
    List<Library> libraries() {
        List<Library> all = new ArrayList<>();
        manifests.forEach((file, manifest) -> manifest.dependencies()
                .forEach(dependency ->
                        client(dependency).ifPresent(client -> all.add(library(file, manifest, dependency, client)))));
        List<Library> kept = new ArrayList<>();
        for (Library library : all) {
            boolean decidedElsewhere = library.version().isEmpty()
                    && all.stream()
                            .anyMatch(other -> other.client() == library.client()
                                    && !other.version().isEmpty());
            boolean again = kept.stream()
                    .anyMatch(other -> other.client() == library.client()
                            && other.file().equals(library.file())
                            && other.version().equals(library.version()));
            if (!decidedElsewhere && !again) kept.add(library);
        }
        kept.sort(Comparator.comparing(Library::file).thenComparing(Library::line));
        return kept;
    }

    private static Optional<Client> client(Dependency dependency) {
        String name = dependency.name();
        if (name.startsWith("org.testcontainers:")) return Optional.of(Client.TESTCONTAINERS);
        if (name.startsWith("com.github.docker-java:")) return Optional.of(Client.DOCKER_JAVA);
        return switch (name) {
            case "github.com/docker/docker" -> Optional.of(Client.GO_DOCKER);
            case "github.com/moby/moby/client" -> Optional.of(Client.GO_MOBY);
            case "docker", "docker-py" ->
                Optional.of(Client.DOCKER_PY).filter(_ -> dependency.grammar() == Dependency.Grammar.PYTHON);
            case "dockerode" -> Optional.of(Client.DOCKERODE);
            default -> Optional.empty();
        };
    }

    private Library library(ClientLibrariesProbe.Read file, Manifest manifest, Dependency dependency, Client client) {
        Place place = place(file, manifest, dependency, client);
        Optional<VersionRange> range = VersionRange.of(place.version(), dependency.grammar());
        return new Library(
                project,
                client,
                dependency.name(),
                place.version(),
                range.map(VersionRange::from).orElse(""),
                range.map(VersionRange::before).orElse(""),
                dependency.indirect(),
                place.file().path(),
                place.line(),
                ClientLibrariesProbe.at(place.file().source(), place.line()));
    }

    /// Where the version stands: here, or at the property to which it refers.
    private record Place(String version, ClientLibrariesProbe.Read file, int line) {}

    private Place place(ClientLibrariesProbe.Read file, Manifest manifest, Dependency dependency, Client client) {
        Place here = new Place(dependency.version(), file, dependency.line());
        if (dependency.version().isEmpty() && client == Client.TESTCONTAINERS) {
            return property(file, manifest, COMMON).orElse(here);
        }
        Matcher reference = REFERENCE.matcher(dependency.version());
        if (!reference.matches()) return here;
        String name = reference.group(1);
        return property(file, manifest, name)
                .or(() -> property(file, manifest, name.substring(name.lastIndexOf('.') + 1)))
                .orElse(here);
    }

    /// The file's own first, then any other of the project.
    private Optional<Place> property(ClientLibrariesProbe.Read file, Manifest manifest, String name) {
        Property own = manifest.properties().get(name);
        if (own != null) return Optional.of(new Place(own.value(), file, own.line()));
        return manifests.entrySet().stream()
                .flatMap(
                        each -> Optional.ofNullable(each.getValue().properties().get(name))
                                .map(property -> new Place(property.value(), each.getKey(), property.line()))
                                .stream())
                .findFirst();
    }
}
