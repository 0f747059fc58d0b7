package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Folder;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Finds credential helpers on the PATH, as the docker command line does: `docker-credential-<name>`.
///
/// @param folders what is in each folder of the PATH, in order
/// @param source  the PATH
record HelperSearch(List<InFolder> folders, Source source, boolean windows) {
    private static final int AT_ONCE = 8;
    private static final String PREFIX = "docker-credential-";
    private static final List<String> ENDINGS = List.of(".exe", ".cmd", ".bat", ".com");
    /// POSIX says more than 0 where a command is not found: 127 by dash, 1 by bash.
    private static final List<Integer> NOT_FOUND = List.of(1, 127);

    record InFolder(String path, Reading<List<String>> names) {}

    static HelperSearch of(Ports system, Machine known) {
        Source source = new Source(Source.Kind.ENVIRONMENT, "PATH", known.taken());
        return system.platform().isWindows()
                ? new HelperSearch(onWindows(system, known, source), source, true)
                : new HelperSearch(elsewhere(system, source), source, false);
    }

    /// The folders of Windows itself hold thousands of programs, and no helper.
    private static List<InFolder> onWindows(Ports system, Machine known, Source source) {
        Reading<List<Folder>> path =
                known.environment().flatMap((UserEnvironment environment, Source _) -> environment.folders());
        if (!(path instanceof Reading.Known<List<Folder>>(List<Folder> folders, var _))) {
            return List.of(new InFolder("PATH", unread(path, source)));
        }
        return folders.stream()
                .filter(folder -> !folder.exists().isAbsent())
                .filter(folder -> !folder.raw().toLowerCase(Locale.ROOT).startsWith("%systemroot%"))
                .filter(folder -> !folder.path().toLowerCase(Locale.ROOT).matches("[a-z]:\\\\windows(\\\\.*)?"))
                .gather(Gatherers.mapConcurrent(AT_ONCE, folder -> new InFolder(folder.path(), names(system, folder))))
                .toList();
    }

    private static Reading<List<String>> names(Ports system, Folder folder) {
        return folder.exists().isKnown()
                ? system.files().list(folder.path())
                : unread(
                        folder.exists(),
                        new Source(
                                Source.Kind.FILE, folder.path(), system.clock().now()));
    }

    private static Reading<List<String>> unread(Reading<?> reading, Source source) {
        return reading instanceof Reading.Unknown<?>(var cause, var detail, var from)
                ? new Reading.Unknown<>(cause, detail, from)
                : new Reading.Unknown<>(Reading.Cause.FAILED, "not looked at", source);
    }

    private static List<InFolder> elsewhere(Ports system, Source source) {
        Reading<Map<String, String>> variables = system.environment().variables(Environment.Scope.PROCESS);
        if (!variables.isKnown()) return List.of(new InFolder("PATH", unread(variables, source)));
        return Stream.of(
                        variables.known().orElseThrow().getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .distinct()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, folder -> new InFolder(folder, system.files().list(folder))))
                .toList();
    }

    /// Unknown where it was not found and a folder could not be looked into.
    Reading<String> find(String helper) {
        List<Reading.Unknown<?>> unseen = new ArrayList<>();
        for (InFolder folder : folders) {
            Optional<String> file = folder.names().known().stream()
                    .flatMap(List::stream)
                    .filter(name -> isProgram(name, PREFIX + helper))
                    .findFirst();
            if (file.isPresent()) {
                String path = folder.path() + (windows ? "\\" : "/") + file.get();
                return new Reading.Known<>(path, folder.names().sourceOr(source));
            }
            if (folder.names() instanceof Reading.Unknown<?> unknown) unseen.add(unknown);
        }
        return unseen.isEmpty()
                ? new Reading.Absent<>(source.at(" " + PREFIX + helper))
                : unseen.getFirst().withoutValue();
    }

    private boolean isProgram(String file, String program) {
        return windows
                ? ENDINGS.stream().anyMatch(ending -> file.equalsIgnoreCase(program + ending))
                : file.equals(program);
    }

    // unverified on Windows: wsl.exe -e hands `$0` on to sh as it is
    static Reading<String> inside(Ports system, String distro, String helper) {
        String program = PREFIX + helper;
        Source source = new Source(
                Source.Kind.COMMAND,
                "wsl.exe -d " + distro + " " + program,
                system.clock().now());
        if (!Query.Grammar.HELPER.admits(program) || !Query.Grammar.DISTRO.admits(distro)) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not the name of a helper: " + helper, source);
        }
        return CommandText.answer(system, Queries.DISTRO_HELPER.fill(distro, program))
                .flatMap((output, from) -> {
                    CommandText text = CommandText.of(output, Queries.DISTRO_HELPER, system.platform());
                    String path = text.out().strip();
                    if (text.exit() == 0 && !path.isEmpty()) return new Reading.Known<>(path, from);
                    boolean silent = path.isEmpty() && text.err().isBlank();
                    return NOT_FOUND.contains(text.exit()) && silent
                            ? new Reading.Absent<>(from)
                            : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), from);
                });
    }
}
