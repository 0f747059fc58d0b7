package io.devdoctor.probe;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
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
        Reading<List<Folder>> folders = folders(system, variables, machine, user);
        Queue<Reading.Unknown<?>> unseen = new ConcurrentLinkedQueue<>();
        Reading<List<Program>> programs = folders.map(all -> programs(system, all, variables, unseen));
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

    private static Reading<List<Folder>> folders(
            Ports system, VariableTexts variables, Reading<RegistryKey> machine, Reading<RegistryKey> user) {
        if (machine instanceof Reading.Unknown<RegistryKey>) return machine.withoutValue();
        if (user instanceof Reading.Unknown<RegistryKey>) return user.withoutValue();
        List<Folder> folders = Stream.concat(
                        entries(variables, machine, Scope.MACHINE), entries(variables, user, Scope.USER))
                .limit(MOST_FOLDERS)
                .gather(Gatherers.mapConcurrent(AT_ONCE, folder -> looked(system, folder)))
                .toList();
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

    private static List<Program> programs(
            Ports system, List<Folder> folders, VariableTexts variables, Queue<Reading.Unknown<?>> unseen) {
        List<String> endings = List.of(variables
                .value("PATHEXT")
                .orElse(USUAL_ENDINGS)
                .toLowerCase(Locale.ROOT)
                .split(";"));
        String windows = variables.expand("%SystemRoot%").toLowerCase(Locale.ROOT);
        folders.forEach(folder -> seen(folder.exists(), unseen));
        List<Folder> there =
                folders.stream().filter(folder -> folder.exists().isKnown()).toList();
        List<List<Program>> found = there.stream()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE,
                        folder -> folder.path().toLowerCase(Locale.ROOT).startsWith(windows)
                                ? ofWindows(system, folder.path(), unseen)
                                : inFolder(system, folder.path(), endings, unseen)))
                .toList();
        List<Program> programs = new ArrayList<>();
        found.forEach(programs::addAll);
        return List.copyOf(programs);
    }

    /// A folder of Windows holds thousands of programs, of which two matter.
    private static List<Program> ofWindows(Ports system, String folder, Queue<Reading.Unknown<?>> unseen) {
        if (!folder.toLowerCase(Locale.ROOT).endsWith("\\system32")) return List.of();
        return SYSTEM_PROGRAMS.stream()
                .flatMap(name -> program(system, folder, name, unseen).stream())
                .toList();
    }

    private static List<Program> inFolder(
            Ports system, String folder, List<String> endings, Queue<Reading.Unknown<?>> unseen) {
        List<String> names = seen(system.files().list(folder), unseen).orElse(List.of());
        return endings.stream()
                .flatMap(ending -> names.stream().filter(name -> isProgram(name, ending)))
                .flatMap(name -> program(system, folder, name, unseen).stream())
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
