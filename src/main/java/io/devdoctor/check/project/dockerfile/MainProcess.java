package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellScript;
import io.devdoctor.format.dockerfile.ShellWord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a container waits for: the last command that ENTRYPOINT and CMD start, or that the script does which they
/// start.
///
/// @param words   program and arguments, as far as they are fixed
/// @param command of a shell; empty = the exec form
/// @param path    of the file in which it stands, relative to the project
/// @param earlier the commands before it
record MainProcess(
        List<String> words, Optional<ShellCommand> command, String path, int line, List<ShellCommand> earlier) {
    private static final Set<String> STARTERS = Set.of("tini", "dumb-init", "catatonit", "exec", "env", "nohup");
    private static final Set<String> STARTERS_FOR_USER = Set.of("gosu", "su-exec");
    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash");

    MainProcess {
        words = List.copyOf(words);
        earlier = List.copyOf(earlier);
    }

    /// That of the Dockerfile, then that of the script in the context which it starts.
    static List<MainProcess> of(Workspace project, BuildModel model) {
        Optional<StageModel> target = model.target();
        Optional<Launch.Part> main = target.flatMap(stage -> stage.launch().main());
        if (target.isEmpty() || main.isEmpty()) return List.of();
        List<MainProcess> found = new ArrayList<>();
        String path = model.build().path();
        Launch.Part part = main.get();
        MainProcess own = part.isShell()
                ? last(part.command().programs(), path, part.line())
                : ofExec(part, target.get().launch().words(), path);
        found.add(own);
        script(project, model, target.get(), own.program()).ifPresent(found::add);
        return found;
    }

    /// Its file name; "" = none, or not fixed.
    String name() {
        return program().substring(program().lastIndexOf('/') + 1);
    }

    String program() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    boolean background() {
        return command.map(ShellCommand::background).orElse(false);
    }

    private static MainProcess ofExec(Launch.Part part, List<String> words, String path) {
        List<String> rest = withoutStarters(words);
        String name =
                rest.isEmpty() ? "" : rest.getFirst().substring(rest.getFirst().lastIndexOf('/') + 1);
        if (SHELLS.contains(name) && rest.size() > 2 && rest.get(1).matches("-[a-z]*c")) {
            return last(ShellScript.commands(rest.get(2)), path, part.line());
        }
        if (SHELLS.contains(name) && rest.size() > 1 && !rest.get(1).startsWith("-"))
            rest = rest.subList(1, rest.size());
        return new MainProcess(rest, Optional.empty(), path, part.line(), List.of());
    }

    /// @param line where it stands, unless the commands know better; 0 = they do
    private static MainProcess last(List<ShellCommand> all, String path, int line) {
        List<ShellCommand> commands = all.stream()
                .filter(command ->
                        !command.prefixes().contains("sh") && !command.words().isEmpty())
                .toList();
        if (commands.isEmpty()) return new MainProcess(List.of(), Optional.empty(), path, Math.max(1, line), List.of());
        ShellCommand last = commands.getLast();
        List<String> words = last.words().stream().map(ShellWord::text).toList();
        return new MainProcess(
                withoutStarters(words),
                Optional.of(last),
                path,
                line > 0 ? line : last.line(),
                commands.subList(0, commands.size() - 1));
    }

    private static List<String> withoutStarters(List<String> words) {
        List<String> rest = words;
        while (!rest.isEmpty()) {
            String name = rest.getFirst().substring(rest.getFirst().lastIndexOf('/') + 1);
            boolean user = STARTERS_FOR_USER.contains(name);
            if (!user && !STARTERS.contains(name)) return rest;
            int from = user ? 2 : 1;
            while (from < rest.size()
                    && (rest.get(from).startsWith("-") || rest.get(from).matches("\\w+=.*"))) from++;
            rest = rest.subList(Math.min(from, rest.size()), rest.size());
        }
        return rest;
    }

    private static Optional<MainProcess> script(
            Workspace project, BuildModel model, StageModel target, String program) {
        if (program.isEmpty() || program.contains("$")) return Optional.empty();
        String absolute = program.startsWith("/")
                ? program
                : target.workdir().map(folder -> folder + "/" + program).orElse("");
        if (absolute.isEmpty() || !program.contains("/")) return Optional.empty();
        Found found = target.look(absolute);
        if (!(found.origin() instanceof Origin.Context(String inContext))) return Optional.empty();
        String path = model.build().inProject(inContext);
        return project.bytes(path)
                .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8))
                .filter(text -> text.startsWith("#!")
                        ? text.lines().findFirst().orElse("").contains("sh")
                        : path.endsWith(".sh"))
                .map(text -> last(ShellScript.commands(text), path, 0));
    }
}
