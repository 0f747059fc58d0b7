package io.devdoctor.check.project.stage;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.GoFile.Import;
import io.devdoctor.machine.project.Project;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The Go files of the project that one `go build` compiles: those of the package, and of what it imports from
/// its own module. Where the package cannot be told, all of the build context.
public final class GoProgram {
    private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+\"?([^\\s\"]+)");
    private static final Pattern OTHER_SYSTEM =
            Pattern.compile(".*_(windows|darwin|freebsd|netbsd|openbsd|plan9|js|wasip1|android|ios)(_\\w+)?\\.go");
    private static final Pattern NET = Pattern.compile(
            "net|net/(http|rpc|smtp|textproto|mail)(/.*)?|crypto/(tls|x509)|os/user|log/syslog|expvar|plugin");
    private static final List<List<String>> MODULES = DatedTable.rows("go-modules.csv", 2);

    private final Workspace workspace;
    private final Build build;
    private final List<GoFile> files;
    private final Optional<Module> module;

    /// @param folder of its go.mod in the project; `inImage` where that lies in the stage
    private record Module(String path, String folder, String inImage) {}

    private GoProgram(Workspace workspace, Build build, List<GoFile> files, Optional<Module> module) {
        this.workspace = workspace;
        this.build = build;
        this.files = List.copyOf(files);
        this.module = module;
    }

    static GoProgram of(Workspace workspace, Build build, StageModel stage, GoBuild made) {
        GoProgram all = new GoProgram(workspace, build, usable(workspace.facts(), build.context()), Optional.empty());
        return all.narrowed(stage, made).orElse(all);
    }

    private static List<GoFile> usable(Project project, String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return project.go().values().stream()
                .filter(file -> file.path().startsWith(start))
                .filter(file ->
                        !file.isTest() && !OTHER_SYSTEM.matcher(file.path()).matches())
                .filter(file -> !file.constraint().matches("ignore|windows|darwin|!linux|.*\\bintegration\\b.*|tools"))
                .toList();
    }

    /// From the build's folder to the module in the context, and from there along the imports.
    private Optional<GoProgram> narrowed(StageModel stage, GoBuild made) {
        Optional<String> folder = made.folder();
        if (folder.isEmpty() || made.packages().size() > 1) return Optional.empty();
        Optional<String> root = moduleRoot(stage, folder.get());
        Optional<String> goMod = root.flatMap(at -> inContext(stage, at)).map(build::inProject);
        Optional<String> module = goMod.flatMap(this::moduleOf);
        if (root.isEmpty() || goMod.isEmpty() || module.isEmpty()) return Optional.empty();
        String inProject = Project.parent(goMod.get());
        String one = made.packages().isEmpty() ? "." : made.packages().getFirst();
        if (one.contains("...") || one.contains("?") || !ImagePath.isIn(folder.get(), root.get()))
            return Optional.empty();
        String below = ImagePath.below(ImagePath.clean(folder.get() + "/" + one), root.get());
        String target = ImagePath.clean("/" + inProject + "/" + below).substring(1);
        Predicate<GoFile> start = one.endsWith(".go")
                ? file -> file.path().equals(target)
                : file -> Project.parent(file.path()).equals(target);
        List<GoFile> first = files.stream().filter(start).toList();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(closure(first, new Module(module.get(), inProject, root.get())));
    }

    private static Optional<String> moduleRoot(StageModel stage, String folder) {
        for (String at = folder; ; at = ImagePath.clean(at + "/..")) {
            if (inContext(stage, at).isPresent()) return Optional.of(at);
            if (at.equals(ImagePath.ROOT)) return Optional.empty();
        }
    }

    /// The go.mod of a folder of the stage, as the context names it.
    private static Optional<String> inContext(StageModel stage, String folder) {
        return stage.look(ImagePath.join(folder, "go.mod")).origin() instanceof Found.Origin.Context(String path)
                ? Optional.of(path)
                : Optional.empty();
    }

    private Optional<String> moduleOf(String goMod) {
        return text(goMod)
                .flatMap(text -> MODULE.matcher(text).results().findFirst().map(match -> match.group(1)));
    }

    private Optional<String> text(String path) {
        return workspace.bytes(path).map(bytes -> new String(bytes.toArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private GoProgram closure(List<GoFile> first, Module module) {
        Map<String, GoFile> reached = new LinkedHashMap<>();
        Deque<GoFile> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            GoFile file = open.removeFirst();
            if (reached.putIfAbsent(file.path(), file) != null) continue;
            for (Import one : file.imports()) {
                Optional<String> folder = below(module, one.path(), module.folder());
                folder.ifPresent(there -> files.stream()
                        .filter(other -> Project.parent(other.path()).equals(there))
                        .forEach(open::addLast));
            }
        }
        return new GoProgram(workspace, build, new ArrayList<>(reached.values()), Optional.of(module));
    }

    /// The folder of a package of the module, below `root`; empty = it is of another module.
    private static Optional<String> below(Module module, String imported, String root) {
        if (!imported.startsWith(module.path() + "/")) return Optional.empty();
        String path =
                ImagePath.clean("/" + root + imported.substring(module.path().length()));
        return Optional.of(root.startsWith("/") ? path : path.substring(1));
    }

    /// Whether the files are those of one package and its imports, not all that there are.
    public boolean isNarrowed() {
        return module.isPresent();
    }

    /// An import of the own module, and where its folder lies in the stage.
    public record Local(Use use, String inImage) {}

    /// Imports of the own module whose folder the project has.
    public List<Local> locals() {
        return module.stream()
                .flatMap(own -> uses(path -> path.startsWith(own.path() + "/")).stream()
                        .filter(use -> below(own, use.path(), own.folder())
                                .filter(folder -> workspace.facts().has(folder))
                                .isPresent())
                        .flatMap(use ->
                                below(own, use.path(), own.inImage()).map(path -> new Local(use, path)).stream()))
                .toList();
    }

    public List<GoFile> files() {
        return files;
    }

    /// An import, and the file that it stands in.
    public record Use(GoFile file, String path, int line) {}

    /// Imports for which a test holds, one of each path.
    public List<Use> uses(Predicate<String> path) {
        Map<String, Use> found = new LinkedHashMap<>();
        for (GoFile file : files) {
            for (Import one : file.imports()) {
                if (path.test(one.path())) found.putIfAbsent(one.path(), new Use(file, one.path(), one.line()));
            }
        }
        return List.copyOf(found.values());
    }

    /// C code of the project itself.
    public boolean hasC() {
        return files.stream().anyMatch(GoFile::cgo);
    }

    /// Packages of the standard library that come with C code where cgo is on.
    public List<Use> netImports() {
        return uses(path -> NET.matcher(path).matches());
    }

    /// Imports of modules that our table says need something.
    ///
    /// @param need `cgo`, `net` or `tls`
    public List<Use> modules(String need) {
        return uses(path -> MODULES.stream()
                .filter(row -> Set.of(row.get(1).split(" ")).contains(need))
                .anyMatch(row -> path.equals(row.getFirst()) || path.startsWith(row.getFirst() + "/")));
    }

    public boolean imports(String path) {
        return !uses(path::equals).isEmpty();
    }

    /// Literals of one kind.
    public List<Spot> literals(GoFile.Literal.Kind kind) {
        return files.stream()
                .flatMap(file -> file.literals().stream()
                        .filter(literal -> literal.kind() == kind)
                        .map(literal -> new Spot(file, literal)))
                .toList();
    }

    public record Spot(GoFile file, GoFile.Literal literal) {}
}
