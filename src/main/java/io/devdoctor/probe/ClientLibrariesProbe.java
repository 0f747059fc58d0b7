package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.manifest.Manifest;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.ClientLibraries;
import io.devdoctor.machine.ClientLibraries.Host;
import io.devdoctor.machine.ClientLibraries.Library;
import io.devdoctor.machine.ClientLibraries.Pin;
import io.devdoctor.machine.ClientLibraries.Unread;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.LeftOut;
import io.devdoctor.machine.project.Projects;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Reads which libraries for Docker the named projects use, and the files of the user that steer those libraries.
public final class ClientLibrariesProbe implements Probe<ClientLibraries> {
    private static final int LARGEST = 2 << 20;

    @Override
    public Part<ClientLibraries> part() {
        return Part.CLIENT_LIBRARIES;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.PROJECTS);
    }

    @Override
    public Reading<ClientLibraries> read(Ports system, Machine known) {
        var user = together(() -> each(
                List.of(".docker-java.properties", ".testcontainers.properties"),
                2,
                name -> system.files().read(system.platform().inHome(name))));
        List<Library> libraries = new ArrayList<>();
        List<Pin> pins = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        List<Manifests> projects = known.projects().known().map(Projects::folders).orElse(List.of()).stream()
                .map(Manifests::of)
                .toList();
        for (Manifests of : projects) {
            ProjectLibraries read = new ProjectLibraries(of.root());
            of.files().forEach(file -> take(file.path(), file.content(), unread, read::take));
            libraries.addAll(read.libraries());
            pins.addAll(read.pins());
            unread.addAll(of.unread());
        }
        int files = projects.stream().mapToInt(of -> of.files().size()).sum();
        boolean whole = projects.stream().allMatch(Manifests::whole);
        List<Host> hosts = new ArrayList<>();
        List<Reading<FileContent>> own = user.join();
        take(system.platform().inHome(".docker-java.properties"), own.get(0), unread, (file, manifest) -> {
            manifest.api()
                    .ifPresent(api -> pins.add(new Pin(
                            Pin.Kind.USER, "", api.value(), file.path(), api.line(), at(file.source(), api.line()))));
            host(file, manifest, "DOCKER_HOST").forEach(hosts::add);
        });
        take(
                system.platform().inHome(".testcontainers.properties"),
                own.get(1),
                unread,
                (file, manifest) -> host(file, manifest, "docker.host").forEach(hosts::add));
        return new Reading.Known<>(
                new ClientLibraries(files, whole, libraries, pins, hosts, unread),
                new Source(Source.Kind.DERIVED, "client-libraries", known.taken()));
    }

    /// The manifests of one project, as far as they were read.
    private record Manifests(String root, List<File> files, boolean whole, List<Unread> unread) {
        record File(String path, Reading<FileContent> content) {}

        static Manifests of(Projects.Folder folder) {
            return switch (folder.project()) {
                case Reading.Known<Project>(Project project, Source _) -> of(project);
                case Reading.Unknown<Project> why ->
                    new Manifests(folder.root(), List.of(), true, List.of(new Unread(folder.root(), why)));
                case Reading.Absent<Project> _, Reading.NotApplicable<Project> _ ->
                    new Manifests(folder.root(), List.of(), true, List.of());
            };
        }

        private static Manifests of(Project project) {
            List<File> files = project.texts().values().stream()
                    .filter(text -> Manifest.isManifest(Project.name(text.path())))
                    .flatMap(text -> text.content().stream().map(bytes -> file(project, text, bytes)))
                    .toList();
            List<Unread> unread = project.unread().stream()
                    .filter(each -> mayHoldManifest(project, each.path()))
                    .map(each -> new Unread(project.absolute(each.path()), each.why()))
                    .toList();
            boolean whole = project.leftOut().stream().noneMatch(each -> each.why() == LeftOut.Why.TOO_MUCH);
            return new Manifests(project.root(), files, whole, unread);
        }

        private static File file(Project project, TextFile text, Bytes bytes) {
            String path = project.absolute(text.path());
            FileContent content = new FileContent(path, bytes, project.taken().at());
            return new File(path, new Reading.Known<>(content, text.source()));
        }

        /// A manifest, or a folder in which one may lie.
        private static boolean mayHoldManifest(Project project, String path) {
            Project.Entry entry = project.entries().get(path);
            boolean file = entry != null && entry.isFile();
            return Manifest.isManifest(Project.name(path)) || !file;
        }
    }

    /// A file with the place where it was read.
    record Read(String path, Source source) {}

    private static void take(
            String path, Reading<FileContent> content, List<Unread> unread, BiConsumer<Read, Manifest> use) {
        Reading<Manifest> manifest = content.flatMap((file, source) -> file.bytes()
                                .size()
                        > LARGEST
                ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, file.bytes().size() + " bytes", source)
                : new Reading.Known<>(Manifest.read(name(path), file.bytes().toArray()), source));
        switch (manifest) {
            case Reading.Known<Manifest>(Manifest known, Source source) -> use.accept(new Read(path, source), known);
            case Reading.Unknown<Manifest> why -> unread.add(new Unread(path, why));
            case Reading.Absent<Manifest> _, Reading.NotApplicable<Manifest> _ -> {}
        }
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static Stream<Host> host(Read file, Manifest manifest, String key) {
        return Stream.ofNullable(manifest.properties().get(key))
                .filter(property -> !property.value().isBlank())
                .map(property -> new Host(
                        property.value().strip(), file.path(), property.line(), at(file.source(), property.line())));
    }

    static Source at(Source file, int line) {
        return file.at(":" + line);
    }
}
