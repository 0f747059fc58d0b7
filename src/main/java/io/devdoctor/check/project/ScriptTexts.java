package io.devdoctor.check.project;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.Locale;
import java.util.regex.Pattern;

/// What kind of script a text is, by its name and its first line.
final class ScriptTexts {
    private static final Pattern NAME = Pattern.compile(".*\\.(sh|bash|ash|envsh)|gradlew|mvnw");
    private static final Pattern SHELL = Pattern.compile("#!.*\\b(ba|da|a|z|k)?sh\\b.*");

    private ScriptTexts() {}

    static boolean isScript(TextFile text) {
        boolean readable = text.encoding() != TextFile.Encoding.BINARY;
        return readable && (text.hasShebang() || NAME.matcher(name(text)).matches());
    }

    /// Whether a shell reads it, for which a carriage return is part of a word.
    static boolean isShell(TextFile text) {
        return text.hasShebang()
                ? SHELL.matcher(text.firstLine()).matches()
                : NAME.matcher(name(text)).matches();
    }

    private static String name(TextFile text) {
        return Project.name(text.path()).toLowerCase(Locale.ROOT);
    }

    /// Whether the kernel sees a carriage return behind the interpreter's name.
    static boolean endsFirstLineWithCr(TextFile text) {
        if (!text.hasShebang()) return false;
        byte[] bytes = text.content().map(Bytes::toArray).orElse(new byte[0]);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') return i > 0 && bytes[i - 1] == '\r';
        }
        return bytes.length > 0 && bytes[bytes.length - 1] == '\r' || bytes.length == 0 && text.lf() == 0;
    }
}
