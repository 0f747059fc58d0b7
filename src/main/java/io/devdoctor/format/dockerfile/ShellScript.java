package io.devdoctor.format.dockerfile;

import java.util.List;

/// What a script runs, as far as its text tells.
public final class ShellScript {
    private ShellScript() {}

    /// The simple commands of a script in order; positions are those of the text itself.
    public static List<ShellCommand> commands(String text) {
        return commands(text, new Places(new int[0], new int[0], new int[0]));
    }

    static List<ShellCommand> commands(String text, Places places) {
        return List.of();
    }

    static List<ShellCommand> ofExec(List<Word> words) {
        return List.of();
    }

    static List<ShellCommand> of(Instruction.Run run) {
        return List.of();
    }
}
