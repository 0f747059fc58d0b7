package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.Change.Clouded;
import io.devdoctor.check.project.stage.Change.Doubled;
import io.devdoctor.check.project.stage.Change.Linked;
import io.devdoctor.check.project.stage.Change.Made;
import io.devdoctor.check.project.stage.Change.Marked;
import io.devdoctor.check.project.stage.Change.Removed;
import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// `mkdir`, `cp`, `chmod` … as they change the files of a stage.
final class FileCommands {
    private final FileTree tree;
    private final Shell shell;

    FileCommands(FileTree tree, Shell shell) {
        this.tree = tree;
        this.shell = shell;
    }

    /// @return whether it is a command that is understood
    boolean read(ShellCommand command, String program) {
        switch (program) {
            case "mkdir" ->
                each(command, values(command, "-m", "--mode"), (path, line) -> make(path, Kind.FOLDER, line));
            case "touch", "tee" -> each(command, List.of(), (path, line) -> make(path, Kind.FILE, line));
            case "install" -> install(command);
            case "rm", "rmdir" -> each(command, List.of(), this::remove);
            case "cp", "mv" -> twice(command, program.equals("cp"));
            case "ln" -> link(command);
            case "sed", "perl" -> edit(command);
            case "dos2unix" ->
                each(command, List.of(), (path, line) -> mark(path, false, Traits.withoutCarriageReturns(), line));
            case "tar", "unzip", "bsdtar", "cpio" ->
                cloud(shell.folder().filter(_ -> !names(command)).orElse("/"), command);
            case "curl", "wget" -> download(command);
            case "find" -> find(command);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Whether an archive is laid out somewhere else than in the working directory, or may be.
    private static boolean names(ShellCommand command) {
        return command.arguments().stream().anyMatch(word -> word.text().matches("-C.*|--directory.*|-d.*|.*[Pp]"));
    }

    private static List<String> values(ShellCommand command, String... options) {
        return Stream.of(options)
                .flatMap(option -> command.option(option).map(ShellWord::text).stream())
                .toList();
    }

    private void each(ShellCommand command, List<String> values, BiConsumer<String, Integer> effect) {
        for (ShellWord word : command.arguments()) {
            if (word.text().startsWith("-") || values.contains(word.text())) continue;
            Optional<String> path = path(word);
            if (path.isEmpty() || command.conditional()) cloud(path.orElse("/"), command);
            else effect.accept(path.get(), command.line());
        }
    }

    /// Up to the first brace, where a shell makes several words of one.
    private Optional<String> path(ShellWord word) {
        int brace = word.quoted() ? -1 : word.text().indexOf('{');
        boolean variable = brace > 0 && word.text().charAt(brace - 1) == '$';
        return brace < 0 || variable ? shell.path(word) : Optional.empty();
    }

    private void make(String path, Kind kind, int line) {
        // What is there already stays what it is.
        if (tree.look(path).isPresent()) return;
        tree.add(new Made(path, kind, new Origin.Made(), Traits.NONE, line));
    }

    private void remove(String path, int line) {
        if (ImagePath.isPattern(path)) {
            tree.add(new Clouded(ImagePath.clean(path.replaceAll("/[^/]*[*?\\[].*$", "")), line));
        } else tree.add(new Removed(path, line));
    }

    private void install(ShellCommand command) {
        boolean folders =
                command.arguments().stream().anyMatch(word -> word.text().matches("-[a-zA-Z]*d.*|--directory"));
        if (folders) {
            each(command, values(command, "-m", "-o", "-g", "--mode"), (path, line) -> make(path, Kind.FOLDER, line));
        } else cloud("/", command);
    }

    private void twice(ShellCommand command, boolean stays) {
        List<ShellWord> words = command.arguments().stream()
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        Optional<String> to = words.isEmpty() ? Optional.empty() : path(words.getLast());
        if (words.size() < 2 || to.isEmpty() || command.conditional()) {
            cloud("/", command);
            return;
        }
        for (ShellWord word : words.subList(0, words.size() - 1)) {
            Optional<String> from = path(word);
            boolean content = word.text().endsWith("/.");
            if (from.isEmpty() || content || ImagePath.isPattern(from.get())) cloud(stays ? to.get() : "/", command);
            else tree.add(new Doubled(from.get(), to.get(), stays, command.line()));
        }
    }

    private void link(ShellCommand command) {
        List<ShellWord> words = command.arguments().stream()
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        Optional<String> link = words.size() == 2 ? path(words.getLast()) : Optional.empty();
        Optional<String> target = link.isEmpty()
                ? Optional.empty()
                : shell.variables
                        .expand(words.getFirst())
                        .flatMap(text -> ImagePath.resolve(link.map(FileCommands::parent), text));
        if (link.isEmpty() || target.isEmpty() || command.conditional()) cloud(link.orElse("/"), command);
        else tree.add(new Linked(target.get(), link.get(), command.line()));
    }

    private static String parent(String path) {
        return ImagePath.clean(path + "/..");
    }

    private void edit(ShellCommand command) {
        boolean inPlace =
                command.arguments().stream().anyMatch(word -> word.text().matches("-[a-zA-Z]*i.*|--in-place.*"));
        boolean returns =
                command.arguments().stream().anyMatch(word -> word.text().matches(".*\\\\(r|015|x0[dD]).*"));
        if (!inPlace || !returns) return;
        command.arguments().stream()
                .filter(word -> !word.text().startsWith("-") && !word.text().contains("\\"))
                .forEach(word -> path(word)
                        .ifPresent(path -> mark(path, false, Traits.withoutCarriageReturns(), command.line())));
    }

    private void download(ShellCommand command) {
        Optional<ShellWord> target = command.option(command.program().equals("curl") ? "-o" : "-O")
                .or(() -> command.option("--output"))
                .or(() -> command.option("--output-document"));
        Optional<String> path = target.flatMap(this::path);
        if (path.isPresent() && !command.conditional()) make(path.get(), Kind.FILE, command.line());
        else cloud(path.or(shell::folder).orElse("/"), command);
    }

    private void find(ShellCommand command) {
        boolean mends =
                command.arguments().stream().anyMatch(word -> word.text().matches(".*\\\\r.*|.*dos2unix"));
        boolean executes = command.has("+x") || command.has("755") || command.has("a+x");
        String folder = command.operands().isEmpty()
                ? "/"
                : shell.path(command.operands().getFirst()).orElse("/");
        if (mends) mark(folder, true, Traits.withoutCarriageReturns(), command.line());
        if (executes) mark(folder, true, Traits.executable(Answer.YES), command.line());
        if (command.has("-exec") || command.has("-delete")) cloud(folder, command);
    }

    private void mark(String path, boolean below, Traits traits, int line) {
        tree.add(new Marked(ImagePath.pattern(path), below, path, traits, line));
    }

    private void cloud(String folder, ShellCommand command) {
        tree.add(new Clouded(folder, command.line()));
    }
}
