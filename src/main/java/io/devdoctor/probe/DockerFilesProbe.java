package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.CredentialSettings;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerFiles;
import io.devdoctor.machine.DockerFiles.File;
import io.devdoctor.machine.DockerFiles.Kind;
import io.devdoctor.machine.DockerFiles.Program;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslAnswer.Live;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Reads the JSON files of Docker on the system and in running distributions, and looks for the helpers they name.
public final class DockerFilesProbe implements Probe<DockerFiles> {
    private static final int AT_ONCE = 4;
    private static final int MOST_CONTEXTS = 100;
    private static final String IN_HOME = "~/.docker/config.json";
    private static final String DAEMON = "/etc/docker/daemon.json";

    @Override
    public Part<DockerFiles> part() {
        return Part.DOCKER_FILES;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_CLIENT, Part.DOCKER_DESKTOP, Part.WSL_ANSWER, Part.ENVIRONMENT);
    }

    @Override
    public Reading<DockerFiles> read(Ports system, Machine known) {
        // A distribution that goes idle meanwhile would be started by a later question: they are asked first.
        var inside = CompletableFuture.supplyAsync(() -> inside(system, known), Thread::startVirtualThread);
        File config = file(Kind.CONFIG, known.dockerClient().flatMap((client, _) -> client.configJson()));
        var asked = together(() -> ownHelpers(system, known, config));
        List<File> files = new ArrayList<>(own(system, known, config));
        List<Program> helpers = new ArrayList<>(asked.join());
        for (DockerFiles distro : inside.join()) {
            files.addAll(distro.files());
            helpers.addAll(distro.helpers());
        }
        files.removeIf(file -> !file.content().isKnown() && !(file.content() instanceof Reading.Unknown<Bytes>));
        return new Reading.Known<>(
                new DockerFiles(files, helpers), new Source(Source.Kind.DERIVED, "docker-files", known.taken()));
    }

    private static List<File> own(Ports system, Machine known, File config) {
        List<File> files = new ArrayList<>();
        files.add(config);
        var contexts = together(() -> contexts(system, known));
        files.add(file(Kind.DAEMON, known.dockerDesktop().flatMap((desktop, _) -> desktop.daemonJson())));
        if (system.platform().isWindows()) {
            String data = Folders.of(system).programData();
            var signIn = together(() -> system.files().read(data + "\\DockerDesktop\\registry.json"));
            files.add(file(Kind.WINDOWS_DAEMON, system.files().read(data + "\\Docker\\config\\daemon.json")));
            files.add(file(Kind.SIGN_IN, signIn.join()));
            files.add(file(
                    Kind.ADMIN, known.dockerDesktop().flatMap((DockerDesktop it, Source _) -> it.adminSettings())));
        }
        files.addAll(1, contexts.join());
        return files;
    }

    /// Those that Docker cannot read are of interest here, so that they are looked for by folder, not by name.
    private static Stream<String> folders(Reading<List<String>> names) {
        return names.known().stream().flatMap(List::stream).limit(MOST_CONTEXTS);
    }

    private static List<File> contexts(Ports system, Machine known) {
        String separator = system.platform().isWindows() ? "\\" : "/";
        String folder = ContextStore.folder(system, known) + separator + "contexts" + separator + "meta";
        Reading<List<String>> names = system.files().list(folder);
        if (names instanceof Reading.Unknown<List<String>>) {
            return List.of(new File(Kind.CONTEXT, folder, "", names.withoutValue()));
        }
        Stream<File> read = folders(names)
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE,
                        name -> file(
                                Kind.CONTEXT,
                                system.files().read(folder + separator + name + separator + "meta.json"))));
        return Stream.concat(read, beyond(folder, names).stream()).toList();
    }

    /// That there are more than anybody reads is told, once.
    private static Optional<File> beyond(String folder, Reading<List<String>> names) {
        return names instanceof Reading.Known<List<String>>(List<String> all, Source source)
                        && all.size() > MOST_CONTEXTS
                ? Optional.of(new File(
                        Kind.CONTEXT,
                        folder,
                        "",
                        new Reading.Unknown<>(
                                Reading.Cause.FAILED,
                                (all.size() - MOST_CONTEXTS) + " more than the " + MOST_CONTEXTS + " that are read",
                                source)))
                : Optional.empty();
    }

    private static File file(Kind kind, Reading<FileContent> content) {
        String path = switch (content) {
            case Reading.Known<FileContent>(FileContent file, var _) -> file.path();
            case Reading.Absent<FileContent>(Source source) -> source.what();
            case Reading.Unknown<FileContent>(var _, var _, Source source) -> source.what();
            case Reading.NotApplicable<FileContent> _ -> "";
        };
        return new File(kind, path, "", content.map(FileContent::bytes));
    }

    private static List<Program> ownHelpers(Ports system, Machine known, File config) {
        List<String> names = settings(config.content()).helpers();
        // What could stand in for a helper that is gone.
        List<String> wanted = system.platform().isWindows() && !names.isEmpty()
                ? Stream.concat(names.stream(), Stream.of("desktop", "wincred"))
                        .distinct()
                        .toList()
                : names;
        if (wanted.isEmpty()) return List.of();
        HelperSearch search = HelperSearch.of(system, known);
        return wanted.stream()
                .map(name -> new Program(name, "", search.find(name)))
                .toList();
    }

    private static CredentialSettings settings(Reading<Bytes> config) {
        return CredentialSettings.of(config.known().map(Bytes::toArray));
    }

    private static List<DockerFiles> inside(Ports system, Machine known) {
        Map<String, Live> live = known.wslAnswer().known().map(WslAnswer::live).orElse(Map.of());
        return InDistro.running(known.wslAnswer())
                .map(WslAnswer.Row::name)
                .distinct()
                .flatMap(name -> Stream.ofNullable(live.get(name))
                        .filter(facts -> facts.kernel().isKnown())
                        .map(facts -> Map.entry(name, facts)))
                .gather(Gatherers.mapConcurrent(AT_ONCE, each -> inside(system, each.getKey(), each.getValue())))
                .toList();
    }

    private static DockerFiles inside(Ports system, String distro, Live live) {
        Reading<Bytes> config = InDistro.output(system, Queries.DISTRO_DOCKER_CONFIG, distro)
                .flatMap((output, source) -> content(system, output, source.at(" " + IN_HOME)));
        List<Program> helpers = settings(config).helpers().stream()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, name -> new Program(name, distro, HelperSearch.inside(system, distro, name))))
                .toList();
        return new DockerFiles(
                List.of(
                        new File(Kind.CONFIG, IN_HOME, distro, config),
                        new File(Kind.DAEMON, DAEMON, distro, live.file(DAEMON))),
                helpers);
    }

    private static Reading<Bytes> content(Ports system, CommandOutput output, Source source) {
        CommandText text = CommandText.of(output, Queries.DISTRO_DOCKER_CONFIG, system.platform());
        if (text.exit() == 1) return new Reading.Absent<>(source);
        return text.exit() == 0
                ? new Reading.Known<>(output.stdout(), source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
    }
}
