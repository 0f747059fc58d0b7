package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Clouded;
import io.devdoctor.check.project.stage.Change.Made;
import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellCommand;
import java.util.List;
import java.util.stream.Stream;

/// The commands of `go`: what `go build` writes, and where the others may write.
final class GoCommands {
    private final StageDraft stage;
    private final Instruction.Run run;
    private final Shell shell;

    GoCommands(StageDraft stage, Instruction.Run run, Shell shell) {
        this.stage = stage;
        this.run = run;
        this.shell = shell;
    }

    void read(ShellCommand command) {
        List<String> operands = command.operands();
        String verb = operands.isEmpty() ? "" : operands.getFirst();
        String folder = shell.folder().orElse(ImagePath.ROOT);
        switch (verb) {
            case "build" -> build(command);
            case "env" -> operands.stream().filter(word -> word.contains("=")).forEach(stage::goSetting);
            case "install", "get" -> cloud(moves(command) ? ImagePath.ROOT : "/go", command);
            case "mod" -> {
                if (operands.contains("vendor")) cloud(folder, command);
            }
            case "test" -> {
                boolean writes = command.arguments().stream()
                        .anyMatch(word -> word.text().matches("-c|-o.*|-.*profile.*"));
                if (writes) cloud(ImagePath.ROOT, command);
            }
            case "vet", "version", "list", "fmt", "doc", "clean", "help", "" -> {}
            default -> cloud(ImagePath.ROOT, command);
        }
    }

    private boolean moves(ShellCommand command) {
        return Stream.of("GOBIN", "GOPATH")
                .anyMatch(name -> command.assigned(name).isPresent() || shell.variables.names(name));
    }

    private void build(ShellCommand command) {
        GoBuild build = GoBuildReader.read(stage, run, shell, command);
        stage.builds.add(build);
        if (build.output().isEmpty() || command.conditional())
            cloud(shell.folder().orElse(ImagePath.ROOT), command);
        build.output()
                .ifPresent(path -> stage.files.add(
                        new Made(path, Kind.FILE, new Origin.Built(build), Traits.mode(0755), command.line())));
    }

    private void cloud(String folder, ShellCommand command) {
        stage.files.add(new Clouded(folder, command.line()));
    }
}
