package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Clouded;
import io.devdoctor.check.project.stage.Change.Made;
import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a RUN does to its stage. A program that is not understood may have done anything.
final class RunReader {
    /// They write nothing that anybody looks for, apart from where they are redirected to.
    private static final Set<String> HARMLESS = Set.of(
            "",
            ":",
            "[",
            "apt-cache",
            "apt-mark",
            "basename",
            "cat",
            "command",
            "cut",
            "date",
            "dirname",
            "echo",
            "exit",
            "false",
            "getent",
            "go",
            "grep",
            "head",
            "hash",
            "id",
            "ldd",
            "ls",
            "nproc",
            "printf",
            "printenv",
            "pwd",
            "set",
            "setcap",
            "ldconfig",
            "locale-gen",
            "sha256sum",
            "shopt",
            "sleep",
            "sort",
            "stat",
            "strip",
            "sync",
            "tail",
            "test",
            "tr",
            "true",
            "type",
            "umask",
            "uname",
            "update-ca-certificates",
            "upx",
            "wc",
            "which",
            "whoami");
    private static final Set<String> FOLDER_MANAGERS = Set.of("npm", "yarn", "pnpm");
    private static final Set<String> INSTALLING = Set.of("ci", "install", "i", "add");

    /// Nobody writes more commands into one RUN.
    private static final int MOST = 2000;

    private final StageDraft stage;
    private final Instruction.Run run;
    private final Shell shell;

    RunReader(StageDraft stage, Instruction.Run run) {
        this.stage = stage;
        this.run = run;
        this.shell = new Shell(stage.variables, stage.workdir);
    }

    void read() {
        boolean otherShell = run.command().isShell() && stage.hasOtherShell();
        List<ShellCommand> programs = run.programs();
        if (otherShell || programs.isEmpty() || programs.size() > MOST) cloud("/", run.line());
        else programs.forEach(this::read);
    }

    private void read(ShellCommand command) {
        stage.runs.add(new RunCommand(command, run, shell.folder(), stage.files.size(), stage.user));
        command.redirects().stream()
                .filter(redirect -> redirect.operator().contains(">"))
                .forEach(redirect -> written(redirect.target(), command));
        if (command.words().isEmpty()) {
            command.assignments().forEach(assignment -> shell.set(assignment.name(), assignment.value()));
            return;
        }
        String program = command.program();
        if (command.arguments().stream().anyMatch(word -> word.text().matches(".*/etc/(passwd|group)"))) {
            stage.accounts.open();
        }
        // The commands of its script follow.
        if (Set.of("sh", "bash", "ash", "dash").contains(program) && command.has("-c")) return;
        if (program.isEmpty()) cloud("/", command.line());
        else if (Packages.isManager(program)) packages(command);
        else if (!isUnderstood(command, program)) others(command, program);
    }

    private boolean isUnderstood(ShellCommand command, String program) {
        return surroundings(command, program)
                || new AccountCommands(stage, shell).read(command, program)
                || new RightsCommands(stage, shell).read(command, program)
                || new FileCommands(stage.files, shell).read(command, program);
    }

    private void written(ShellWord target, ShellCommand command) {
        Optional<String> path = shell.path(target);
        if (path.isEmpty()) cloud("/", command.line());
        else if (command.conditional()) cloud(path.get(), command.line());
        else {
            if (path.get().matches("/etc/(passwd|group)")) stage.accounts.open();
            stage.files.add(new Made(path.get(), Kind.FILE, new Origin.Made(), Traits.NONE, command.line()));
        }
    }

    private void packages(ShellCommand command) {
        Packages.of(command).ifPresent(installed -> {
            stage.packages.add(installed);
            if (installed.addUsers() || command.conditional()) stage.accounts.open();
        });
        named(command);
        for (String folder :
                List.of("/usr", "/etc", "/bin", "/sbin", "/lib", "/var", "/opt", "/run", "/srv", "/home")) {
            cloud(folder, command.line());
        }
    }

    private boolean surroundings(ShellCommand command, String program) {
        switch (program) {
            case "cd", "pushd" ->
                shell.enter(
                        command.arguments().isEmpty()
                                ? Optional.empty()
                                : shell.path(command.arguments().getFirst()));
            case "export" -> command.arguments().forEach(this::export);
            case "go" -> new GoCommands(stage, run, shell).read(command);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void export(ShellWord word) {
        int equals = word.text().indexOf('=');
        if (equals <= 0) return;
        ShellWord value = new ShellWord(
                word.text().substring(equals + 1),
                word.isStatic(),
                word.quoted(),
                word.start() + equals + 1,
                word.end());
        shell.set(word.text().substring(0, equals), value);
    }

    private void others(ShellCommand command, String program) {
        if (HARMLESS.contains(program)) {
            command.option("-o").ifPresent(output -> cloud(shell.path(output).orElse("/"), command.line()));
            // It takes it without a blank, too.
            boolean joined =
                    command.arguments().stream().anyMatch(word -> word.text().matches("-o.+"));
            if (program.equals("upx") && joined) cloud("/", command.line());
            return;
        }
        List<String> operands = command.operands();
        boolean installs = !operands.isEmpty() && INSTALLING.contains(operands.getFirst());
        if (FOLDER_MANAGERS.contains(program) && (installs || operands.isEmpty())) {
            cloud(shell.folder().orElse("/"), command.line());
            named(command);
        } else if (program.startsWith("pip") && installs) {
            cloud("/usr", command.line());
            cloud("/root", command.line());
            named(command);
        } else {
            stage.accounts.open();
            cloud("/", command.line());
        }
    }

    /// Places outside of the usual ones that a command is told: `--prefix=/install`, `--root /out`.
    private void named(ShellCommand command) {
        for (ShellWord word : command.arguments()) {
            String text = word.text();
            int start = text.startsWith("-") ? text.indexOf('=') + 1 : 0;
            if (!word.isStatic() && text.indexOf('$') >= 0) cloud("/", command.line());
            else if (text.startsWith("/", start)) cloud(ImagePath.clean(text.substring(start)), command.line());
        }
    }

    private void cloud(String folder, int line) {
        stage.files.add(new Clouded(folder, line));
    }
}
