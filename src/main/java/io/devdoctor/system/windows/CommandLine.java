package io.devdoctor.system.windows;

import java.util.List;
import java.util.stream.Collectors;

/// Arguments as one line, which the programs of Windows take apart again as `CommandLineToArgvW` and the C runtime do:
/// quotes around a word with blanks; before a quotation mark, or the quotes at the end of a word, every backslash
/// stands twice.
final class CommandLine {
    private CommandLine() {}

    /// @throws IllegalArgumentException for a character that ends a line before its end
    static String of(List<String> arguments) {
        return arguments.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (word.chars().anyMatch(Character::isISOControl)) throw new IllegalArgumentException("a control character");
        if (!word.isEmpty() && word.chars().noneMatch(c -> c == ' ' || c == '"')) return word;
        StringBuilder quoted = new StringBuilder("\"");
        int backslashes = 0;
        for (char c : word.toCharArray()) {
            if (c == '"') quoted.repeat('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.append(c);
        }
        return quoted.repeat('\\', backslashes).append('"').toString();
    }
}
