package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Folder;
import io.devdoctor.machine.UserEnvironment.Program;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import io.devdoctor.system.Ports;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the user's environment from the registry, since a running process has a stale copy, and walks its Path as a
/// terminal would.
public final class EnvironmentProbe implements Probe<UserEnvironment> {
    private static final int AT_ONCE = 8;
    private static final int MOST_FOLDERS = 300;
    /// A program of these is what people type or scripts call.
    private static final Set<String> PROGRAMS = Set.of("docker", "wsl", "bash", "git", "go", "kubectl");

    private static final List<String> SYSTEM_PROGRAMS = List.of("wsl.exe", "bash.exe");
    private static final String USUAL_ENDINGS = ".COM;.EXE;.BAT;.CMD";
    /// What a check looks at. Proxies are not among them: they may carry a password, and have a part of their own.
    private static final Pattern NAMES =
            Pattern.compile("(?i)PATH|PATHEXT|WSL_UTF8|WSLENV|HOME|LANG|TZ|SHELL|TERM|LC_[A-Z]+"
                    + "|GO(OS|ARCH|ARM|AMD64|386|PATH|ROOT|BIN|ENV|FLAGS|PROXY|PRIVATE|NOPROXY|SUMDB|NOSUMDB|INSECURE)"
                    + "|GO111MODULE|GOTOOLCHAIN|CGO_ENABLED"
                    + "|(DOCKER|COMPOSE|BUILDKIT|BUILDX)_(?!.*(TOKEN|PASS|SECRET|AUTH)).*");

    @Override
    public Part<UserEnvironment> part() {
        return Part.ENVIRONMENT;
    }

    @Override
    public Reading<UserEnvironment> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        var asked = together(() -> system.registry().key(Scope.USER.key()));
        Reading<RegistryKey> machine = system.registry().key(Scope.MACHINE.key());
        Reading<RegistryKey> user = asked.join();
        var variables = new VariableTexts(system, machine, user);
        var goFile = together(() -> system.files().read(goFile(system, variables)));
        Queue<Reading.Unknown<?>> unseen = new ConcurrentLinkedQueue<>();
        Reading<List<Looked>> looked = folders(system, variables, machine, user, unseen);
        Reading<List<Folder>> folders =
                looked.map(all -> all.stream().map(Looked::folder).toList());
        Reading<List<Program>> programs = looked.map(
                all -> all.stream().flatMap(each -> each.programs().stream()).toList());
        UserEnvironment environment = new UserEnvironment(
                variables(user, Scope.USER),
                variables(machine, Scope.MACHINE),
                folders,
                programs,
                inOrder(unseen),
                goFile.join());
        return new Reading.Known<>(environment, new Source(Source.Kind.REGISTRY, Scope.USER.key(), known.taken()));
    }

    private static String goFile(Ports system, VariableTexts variables) {
        return variables
                .value("GOENV")
                .filter(path -> !path.isBlank() && !path.equals("off"))
                .orElseGet(() -> Folders.of(system).roamingData() + "\\go\\env");
    }

    private static Reading<List<Variable>> variables(Reading<RegistryKey> key, Scope scope) {
        return key instanceof Reading.Absent<RegistryKey>(Source source)
                ? new Reading.Known<>(List.of(), source)
                : key.flatMap((read, source) -> new Reading.Known<>(
                        read.values().entrySet().stream()
                                .filter(entry -> NAMES.matcher(entry.getKey()).matches())
                                .flatMap(entry -> VariableTexts.text(entry.getValue()).stream()
                                        .map(text -> new Variable(
                                                entry.getKey(),
                                                text,
                                                entry.getValue(),
                                                scope,
                                                source.at(" : " + entry.getKey()))))
                                .toList(),
                        source));
    }

    /// A folder of the path, and what stands in it.
    private record Looked(Folder folder, List<Program> programs) {}

    /// Each folder is looked into as soon as it is known to be there, whatever the others do.
    private static Reading<List<Looked>> folders(
            Ports system,
            VariableTexts variables,
            Reading<RegistryKey> machine,
            Reading<RegistryKey> user,
            Queue<Reading.Unknown<?>> unseen) {
        if (machine instanceof Reading.Unknown<RegistryKey>) return machine.withoutValue();
        if (user instanceof Reading.Unknown<RegistryKey>) return user.withoutValue();
        List<Folder> named = Stream.concat(
                        entries(variables, machine, Scope.MACHINE), entries(variables, user, Scope.USER))
                .limit(MOST_FOLDERS)
                .toList();
        Inside inside = new Inside(system, variables, unseen);
        List<Looked> folders = each(named, AT_ONCE, name -> {
            Folder folder = looked(system, name);
            seen(folder.exists(), unseen);
            return new Looked(folder, inside.programs(folder));
        });
        return new Reading.Known<>(
                folders, new Source(Source.Kind.REGISTRY, "Path", system.clock().now()));
    }

    private static Stream<Folder> entries(VariableTexts variables, Reading<RegistryKey> key, Scope scope) {
        Optional<RegistryValue> path = key.known().map(read -> read.values().get("Path"));
        boolean expands =
                path.filter(RegistryValue.ExpandText.class::isInstance).isPresent();
        return path.flatMap(VariableTexts::text).stream()
                .flatMap(text -> Stream.of(text.split(";")))
                .filter(raw -> !raw.isBlank())
                .map(raw -> {
                    String bare = raw.strip().replace("\"", "");
                    String folder = expands ? variables.expand(bare) : bare;
                    return new Folder(raw, withoutEnd(folder), scope, new Reading.NotApplicable<>("not looked at"));
                });
    }

    /// A network folder that is away costs a minute, and says nothing of this machine.
    private static Folder looked(Ports system, Folder folder) {
        if (folder.path().startsWith("\\\\")) return folder;
        Reading<Boolean> exists = folder.path().indexOf('%') >= 0
                        || folder.path().indexOf(':') != 1
                ? new Reading.Absent<>(new Source(
                        Source.Kind.DERIVED, folder.raw(), system.clock().now()))
                : system.files().state(folder.path()).flatMap((state, source) -> switch (state.kind()) {
                    case FOLDER, LINK, OTHER -> new Reading.Known<>(true, source);
                    case FILE -> new Reading.Absent<>(source);
                });
        return new Folder(folder.raw(), folder.path(), folder.scope(), exists);
    }

    private static String withoutEnd(String folder) {
        return folder.length() > 3 && folder.endsWith("\\") ? folder.substring(0, folder.length() - 1) : folder;
    }

    /// The same first one in every examination, whoever was quicker.
    private static List<Reading.Unknown<?>> inOrder(Queue<Reading.Unknown<?>> unseen) {
        return unseen.stream()
                .<Reading.Unknown<?>>map(Function.identity())
                .sorted(Comparator.comparing(each -> each.source().what()))
                .toList();
    }

    /// What is looked for in folders, and where those that could not be read are noted.
    private record Inside(Ports system, List<String> endings, String windows, Queue<Reading.Unknown<?>> unseen) {
        Inside(Ports system, VariableTexts variables, Queue<Reading.Unknown<?>> unseen) {
            this(
                    system,
                    Stream.of(variables
                                    .value("PATHEXT")
                                    .orElse(USUAL_ENDINGS)
                                    .toLowerCase(Locale.ROOT)
                                    .split(";"))
                            .distinct()
                            .toList(),
                    variables.expand("%SystemRoot%").toLowerCase(Locale.ROOT),
                    unseen);
        }

        List<Program> programs(Folder folder) {
            if (!folder.exists().isKnown()) return List.of();
            return folder.path().toLowerCase(Locale.ROOT).startsWith(windows)
                    ? ofWindows(system, folder.path(), unseen)
                    : inFolder(system, folder.path(), endings, unseen);
        }
    }

    /// A folder of Windows holds thousands of programs, of which two matter.
    private static List<Program> ofWindows(Ports system, String folder, Queue<Reading.Unknown<?>> unseen) {
        if (!folder.toLowerCase(Locale.ROOT).endsWith("\\system32")) return List.of();
        return each(SYSTEM_PROGRAMS, SYSTEM_PROGRAMS.size(), name -> program(system, folder, name, unseen)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Program> inFolder(
            Ports system, String folder, List<String> endings, Queue<Reading.Unknown<?>> unseen) {
        List<String> names = seen(system.files().list(folder), unseen).orElse(List.of());
        List<String> programs = endings.stream()
                .flatMap(ending -> names.stream().filter(name -> isProgram(name, ending)))
                .toList();
        return each(programs, AT_ONCE, name -> program(system, folder, name, unseen)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isProgram(String file, String ending) {
        String lower = file.toLowerCase(Locale.ROOT);
        return !ending.isBlank()
                && lower.endsWith(ending)
                && PROGRAMS.contains(lower.substring(0, lower.length() - ending.length()));
    }

    private static Optional<Program> program(
            Ports system, String folder, String file, Queue<Reading.Unknown<?>> unseen) {
        String path = folder + "\\" + file;
        Reading<FileState> state = system.files().state(path);
        return seen(state, unseen)
                .map(known -> new Program(
                        file.substring(0, file.lastIndexOf('.')).toLowerCase(Locale.ROOT),
                        path,
                        known.size() == 0 && known.attributes().contains(FileState.Attribute.REPARSE_POINT),
                        state.sourceOr(new Source(
                                Source.Kind.FILE, path, system.clock().now()))));
    }

    /// The value, or a note that nobody could look.
    private static <T> Optional<T> seen(Reading<T> reading, Queue<Reading.Unknown<?>> unseen) {
        if (reading instanceof Reading.Unknown<T> unread) unseen.add(unread);
        return reading.known();
    }
}
