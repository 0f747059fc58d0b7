package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import io.devdoctor.format.dockerfile.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a `go build`.
final class GoBuildReader {
    /// Options with a value of their own word.
    private static final Set<String> VALUED = Set.of(
            "-asmflags",
            "-buildmode",
            "-compiler",
            "-covermode",
            "-coverpkg",
            "-gccgoflags",
            "-gcflags",
            "-installsuffix",
            "-ldflags",
            "-mod",
            "-modfile",
            "-o",
            "-overlay",
            "-p",
            "-pgo",
            "-pkgdir",
            "-tags",
            "-toolexec",
            "-C");

    private final StageDraft stage;
    private final Shell shell;
    private final ShellCommand command;

    private GoBuildReader(StageDraft stage, Shell shell, ShellCommand command) {
        this.stage = stage;
        this.shell = shell;
        this.command = command;
    }

    static GoBuild read(StageDraft stage, Instruction.Run run, Shell shell, ShellCommand command) {
        return new GoBuildReader(stage, shell, command).read(run);
    }

    private GoBuild read(Instruction.Run run) {
        Optional<String> folder = option("-C").isPresent() ? option("-C").flatMap(shell::path) : shell.folder();
        Value cgo = setting("CGO_ENABLED");
        List<String> packages = packages();
        return new GoBuild(
                stage.index,
                output(folder, packages),
                switch (cgo) {
                    case Value.Known(String text) -> text.equals("0") ? Answer.NO : Answer.YES;
                    case Value.Unknown _, Value.Undefined _ -> Answer.UNKNOWN;
                },
                !(cgo instanceof Value.Undefined),
                isStatic(),
                tags(),
                known(setting("GOOS")),
                known(setting("GOARCH")),
                packages,
                folder,
                command,
                run);
    }

    private static Optional<String> known(Value value) {
        return switch (value) {
            case Value.Known(String text) -> text.isEmpty() ? Optional.empty() : Optional.of(text);
            case Value.Unknown _ -> Optional.of("?");
            case Value.Undefined _ -> Optional.empty();
        };
    }

    /// Set for the command alone, in the script, by `go env -w`, or by ENV and ARG.
    private Value setting(String name) {
        Optional<ShellWord> inline = command.assigned(name);
        if (inline.isPresent()) {
            return shell.variables
                    .expand(inline.get())
                    .<Value>map(Value.Known::new)
                    .orElse(Value.UNKNOWN);
        }
        if (shell.variables.names(name)) return shell.variables.get(name);
        return Optional.ofNullable(stage.goSettings.get(name))
                .<Value>map(Value.Known::new)
                .orElse(Value.UNDEFINED);
    }

    private Optional<String> option(String name) {
        return command.option(name).flatMap(shell.variables::expand);
    }

    /// What the options of `go` itself come from: the command and GOFLAGS.
    private String flags() {
        String given = setting("GOFLAGS") instanceof Value.Known(String text) ? text : "";
        return given + " "
                + String.join(
                        " ", command.arguments().stream().map(ShellWord::text).toList());
    }

    private boolean isStatic() {
        String flags = flags();
        return flags.contains("-static") || flags.contains("--static");
    }

    private Set<String> tags() {
        String given = option("-tags")
                .orElseGet(() -> Stream.of(flags().split("\\s+"))
                        .filter(flag -> flag.startsWith("-tags="))
                        .map(flag -> flag.substring("-tags=".length()))
                        .findFirst()
                        .orElse(""));
        Set<String> tags = new HashSet<>(List.of(given.split("[\\s,]+")));
        tags.remove("");
        return tags;
    }

    private List<String> packages() {
        List<String> found = new ArrayList<>();
        List<ShellWord> words = command.arguments();
        for (int i = 1; i < words.size(); i++) {
            String text = words.get(i).text();
            if (VALUED.contains(text)) i++;
            else if (!text.startsWith("-"))
                found.add(shell.variables.expand(words.get(i)).orElse("?"));
        }
        return found;
    }

    private Optional<String> output(Optional<String> folder, List<String> packages) {
        Optional<ShellWord> named = command.option("-o");
        if (named.isEmpty()) return name(packages, folder).flatMap(name -> ImagePath.resolve(folder, name));
        Optional<String> written = shell.variables.expand(named.get());
        Optional<String> path = written.flatMap(text -> ImagePath.resolve(folder, text));
        boolean into = written.filter(text -> text.endsWith("/")).isPresent()
                || path.filter(there -> stage.files.look(there).isFolder()).isPresent();
        if (!into) return path;
        return name(packages, folder).flatMap(name -> path.map(there -> ImagePath.join(there, name)));
    }

    /// Go's own choice: the last part of the package's path, or the name of the first file.
    private Optional<String> name(List<String> packages, Optional<String> folder) {
        if (packages.size() > 1 && !packages.getFirst().endsWith(".go")) return Optional.empty();
        String one = packages.isEmpty() ? "." : packages.getFirst();
        if (one.contains("?") || one.contains("...") || one.contains("*")) return Optional.empty();
        if (one.endsWith(".go")) return Optional.of(ImagePath.name(one).replaceAll("\\.go$", ""));
        String path = ImagePath.clean(folder.orElse("/") + "/" + one);
        boolean root = one.equals(".") || one.equals("./");
        if (!root) return Optional.of(ImagePath.name(path)).filter(name -> !name.matches("v\\d+"));
        return stage.programName(path);
    }
}
