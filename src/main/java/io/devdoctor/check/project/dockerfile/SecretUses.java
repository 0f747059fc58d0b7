package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.SecretValue;
import io.devdoctor.format.dockerfile.Command;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Expander;
import io.devdoctor.format.dockerfile.Heredoc;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.KeyValue;
import io.devdoctor.format.dockerfile.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where a Dockerfile holds secrets, and where it takes them as arguments of the build.
final class SecretUses {
    private final List<Use> uses = new ArrayList<>();
    private final Expander expander;

    /// @param name of the variable, or the instruction
    record Use(String name, SecretValue secret, int line) {}

    private SecretUses(Dockerfile file) {
        // What a variable stands for is not in the file: such a value is none.
        this.expander = new Expander(file.escape(), _ -> Value.UNKNOWN);
    }

    static List<Use> of(Dockerfile file) {
        SecretUses uses = new SecretUses(file);
        file.instructions().forEach(uses::read);
        return uses.uses;
    }

    private void read(Instruction instruction) {
        switch (instruction) {
            case Instruction.Env env -> pairs(env.pairs(), true);
            case Instruction.Arg arg -> pairs(arg.pairs(), true);
            case Instruction.Label label -> pairs(label.pairs(), false);
            case Instruction.Run run -> {
                command(run, run.command());
                heredocs(run, run.heredocs());
            }
            case Instruction.Cmd cmd -> command(cmd, cmd.command());
            case Instruction.Entrypoint entrypoint -> command(entrypoint, entrypoint.command());
            case Instruction.Healthcheck health -> health.command().ifPresent(command -> command(health, command));
            case Instruction.Transfer transfer -> {
                heredocs(transfer, transfer.heredocs());
                transfer.sources().forEach(source -> text(transfer, source.text(), source.line()));
            }
            case Instruction.From _,
                    Instruction.Shell _,
                    Instruction.Expose _,
                    Instruction.Volume _,
                    Instruction.User _,
                    Instruction.Workdir _,
                    Instruction.StopSignal _,
                    Instruction.Maintainer _,
                    Instruction.OnBuild _,
                    Instruction.Unknown _ -> {}
        }
    }

    private void pairs(List<KeyValue> pairs, boolean byName) {
        for (KeyValue pair : pairs) {
            String value = expander.expand(pair.value()).text().orElse("");
            (byName ? SecretValue.of(pair.key(), value) : SecretValue.in(value))
                    .ifPresent(secret -> uses.add(new Use(pair.key(), secret, pair.line())));
        }
    }

    private void command(Instruction instruction, Command command) {
        SecretValue.in(command.text()).ifPresent(secret -> {
            int at = command.text().indexOf(secret.value());
            uses.add(new Use(instruction.name(), secret, command.places().line(Math.max(0, at))));
        });
    }

    private void heredocs(Instruction instruction, List<Heredoc> heredocs) {
        for (Heredoc heredoc : heredocs) {
            int line = heredoc.line();
            for (String text : heredoc.content().split("\n")) text(instruction, text, line++);
        }
    }

    private void text(Instruction instruction, String text, int line) {
        SecretValue.in(text).ifPresent(secret -> uses.add(new Use(instruction.name(), secret, line)));
    }

    /// Arguments without a value in the file that are named like secrets, with the lines that let them into the image
    /// or its history. One that is declared and never used does not leave a trace.
    static Map<String, List<Integer>> arguments(Dockerfile file) {
        Map<String, List<Integer>> found = new TreeMap<>();
        Set<String> declared = new HashSet<>();
        for (Instruction instruction : file.instructions()) {
            if (instruction.stage() < 0) continue;
            if (instruction instanceof Instruction.From) declared.clear();
            if (instruction instanceof Instruction.Arg arg) {
                for (KeyValue pair : arg.pairs()) {
                    if (!SecretValue.isSecretName(pair.key())) continue;
                    declared.add(pair.key());
                    found.computeIfAbsent(pair.key(), _ -> new ArrayList<>()).add(pair.line());
                }
            }
            for (String name : declared) {
                if (!(instruction instanceof Instruction.Arg) && uses(instruction, name)) {
                    List<Integer> lines = found.get(name);
                    if (lines != null) lines.add(instruction.line());
                }
            }
        }
        found.values().removeIf(lines -> lines.size() < 2);
        return found;
    }

    private static boolean uses(Instruction instruction, String name) {
        boolean secret = instruction instanceof Instruction.Run run
                && run.mounts().stream().anyMatch(mount -> mount.type().equals("secret"));
        // RUN sees every argument, whether it names it or not; that it does is what can be shown.
        return !secret && instruction.text().matches("(?s).*\\$(?:" + name + "\\b|\\{" + name + "\\b).*");
    }
}
