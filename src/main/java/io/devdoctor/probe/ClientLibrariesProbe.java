package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.manifest.Manifest;
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
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Reads which libraries for Docker the named projects use, and the files of the user that steer those libraries.
public final class ClientLibrariesProbe implements Probe<ClientLibraries> {
    private static final int AT_ONCE = 8;
    private static final int LARGEST = 2 << 20;

    @Override
    public Part<ClientLibraries> part() {
        return Part.CLIENT_LIBRARIES;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL_ANSWER);
    }

    @Override
    public Reading<ClientLibraries> read(Ports system, Machine known) {
        var user = together(() -> each(
                List.of(".docker-java.properties", ".testcontainers.properties"),
                2,
                name -> system.files().read(system.platform().inHome(name))));
        ProjectFolders folders = new ProjectFolders(system, known.wslAnswer(), Manifest::isManifest);
        List<Library> libraries = new ArrayList<>();
        List<Pin> pins = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        int files = 0;
        for (String project : system.projects()) {
            int before = folders.files().size();
            folders.look(project);
            List<String> found = folders.files().stream().skip(before).sorted().toList();
            ProjectLibraries of = new ProjectLibraries(project);
            List<Reading<FileContent>> read =
                    each(found, AT_ONCE, path -> system.files().read(path));
            for (int i = 0; i < found.size(); i++) take(found.get(i), read.get(i), unread, of::take);
            libraries.addAll(of.libraries());
            pins.addAll(of.pins());
            files += found.size();
        }
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
        unread.addAll(folders.unread());
        return new Reading.Known<>(
                new ClientLibraries(files, folders.whole(), libraries, pins, hosts, unread),
                new Source(Source.Kind.DERIVED, "client-libraries", known.taken()));
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
