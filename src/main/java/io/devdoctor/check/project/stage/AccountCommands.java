package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Clouded;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.Optional;
import java.util.Set;

/// `adduser`, `groupadd` and their relatives. Every word counts as a name: too many users harm nobody.
final class AccountCommands {
    private static final Set<String> OTHERS = Set.of("chpasswd", "passwd", "deluser", "userdel", "delgroup");
    private static final Set<String> CHANGING = Set.of("usermod", "groupmod", "newusers");

    private final StageDraft stage;
    private final Shell shell;

    AccountCommands(StageDraft stage, Shell shell) {
        this.stage = stage;
        this.shell = shell;
    }

    /// @return whether it is one of them
    boolean read(ShellCommand command, String program) {
        if (OTHERS.contains(program)) return true;
        boolean user = program.equals("adduser") || program.equals("useradd");
        boolean group = program.equals("addgroup") || program.equals("groupadd");
        if (CHANGING.contains(program)) stage.accounts.open();
        else if (!user && !group) return false;
        for (ShellWord word : command.arguments()) {
            Optional<String> name = shell.variables.expand(word);
            if (name.isEmpty()) stage.accounts.open();
            else if (user) stage.accounts.addUser(name.get());
            else stage.accounts.addGroup(name.get());
        }
        stage.files.add(new Clouded("/home", command.line()));
        stage.files.add(new Clouded("/var", command.line()));
        return true;
    }
}
