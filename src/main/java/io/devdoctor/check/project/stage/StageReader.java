package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.Flag;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.KeyValue;
import io.devdoctor.format.dockerfile.Value;
import io.devdoctor.format.dockerfile.Word;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Plays out the instructions of one stage.
final class StageReader {
    private final StageDraft stage;
    private final Variables global;
    private final Map<String, Value> given;
    private final Copies copies;

    /// @param given   values of `--build-arg`
    /// @param sources what a `--from` or `from=` names
    StageReader(
            StageDraft stage,
            Variables global,
            Map<String, Value> given,
            Files context,
            Function<String, Optional<StageModel>> sources) {
        this.stage = stage;
        this.global = global;
        this.given = given;
        this.copies = new Copies(stage, context, sources);
    }

    void read() {
        stage.stage.instructions().forEach(this::read);
    }

    private void read(Instruction instruction) {
        switch (instruction) {
            case Instruction.Arg arg -> arg.pairs().forEach(this::argument);
            case Instruction.Env env -> environment(env);
            case Instruction.Workdir workdir -> workdir(workdir);
            case Instruction.User user -> user(user);
            case Instruction.Shell shell ->
                stage.shellWords = shell.words().stream().map(Word::text).toList();
            case Instruction.Transfer transfer -> copies.read(transfer);
            case Instruction.Run run -> run(run);
            case Instruction.Entrypoint start ->
                stage.launch = stage.launch.entrypoint(stage.part(start.command(), start.line()));
            case Instruction.Cmd start ->
                stage.launch = stage.launch.command(stage.part(start.command(), start.line()));
            case Instruction.Healthcheck health ->
                stage.health = health.command().map(command -> stage.part(command, health.line()));
            case Instruction.From _,
                    Instruction.Label _,
                    Instruction.Expose _,
                    Instruction.Volume _,
                    Instruction.StopSignal _,
                    Instruction.Maintainer _,
                    Instruction.OnBuild _,
                    Instruction.Unknown _ -> {}
        }
    }

    /// A value given from outside wins over the default, that over the one before the first FROM. Without any
    /// of them somebody gives it, or BuildKit does (TARGETARCH …): a value that no file tells.
    private void argument(KeyValue pair) {
        Value value;
        if (given.containsKey(pair.key())) value = given.getOrDefault(pair.key(), Value.UNKNOWN);
        else if (pair.assigned()) value = stage.variables.value(pair.value());
        else value = global.names(pair.key()) ? global.get(pair.key()) : Value.UNKNOWN;
        stage.variables.argument(pair.key(), value);
    }

    /// Values within one instruction are those before it.
    private void environment(Instruction.Env env) {
        Variables before = stage.variables.copy();
        env.pairs().forEach(pair -> stage.variables.environment(pair.key(), before.value(pair.value())));
        env.pairs().stream()
                .filter(pair -> pair.key().equals("PATH"))
                .forEach(pair -> stage.searched.add(before, pair.value()));
    }

    private void workdir(Instruction.Workdir workdir) {
        Optional<String> path = stage.variables.expand(workdir.path().text());
        // A base image may bring a working directory of its own, but most have none.
        stage.workdir = path.flatMap(text -> ImagePath.resolve(stage.workdir, text));
        stage.workdir.ifPresent(folder -> stage.files.add(FileTree.folder(folder, workdir.line())));
    }

    private void user(Instruction.User user) {
        Optional<String> text = stage.variables.expand(user.user().text().strip());
        stage.user = text.map(name -> name.split(":", 2)[0]);
        stage.userTold = true;
        if (text.isEmpty()) return;
        String[] parts = text.get().split(":", 2);
        String group = parts.length == 2 ? parts[1] : "";
        stage.users.add(new UserChange(
                parts[0], group, stage.accounts.user(parts[0]), stage.accounts.group(group), user.line()));
    }

    private void run(Instruction.Run run) {
        copies.mounts(run);
        new RunReader(stage, run).read();
    }

    static Optional<String> value(Instruction instruction, String flag) {
        return instruction.flag(flag).filter(Flag::hasValue).map(Flag::value);
    }
}
