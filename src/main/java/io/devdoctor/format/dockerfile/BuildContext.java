package io.devdoctor.format.dockerfile;

import java.util.ArrayDeque;
import java.util.function.Predicate;

/// The folder that is sent for a Dockerfile, where nobody says which.
public final class BuildContext {
    private BuildContext() {}

    /// The folder of the file, or the project's root where only that holds what is copied. Where both would do, the
    /// folder of the file: that is what `docker build FOLDER` sends.
    ///
    /// @param path   of the Dockerfile, relative to the project, with `/` between names
    /// @param exists whether there is something at such a path
    /// @return relative to the project; "" = its root
    public static String guess(String path, Dockerfile file, Predicate<String> exists) {
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return holds(folder, file, exists) || !holds("", file, exists) ? folder : "";
    }

    /// Whether everything that is copied by its plain name is there.
    private static boolean holds(String context, Dockerfile file, Predicate<String> exists) {
        return file.instructions().stream()
                .filter(Instruction.Transfer.class::isInstance)
                .map(Instruction.Transfer.class::cast)
                .filter(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> copy.sources().stream())
                .map(Word::text)
                .filter(source -> source.matches("[^$*?\\[\\]\"':]+"))
                .map(BuildContext::clean)
                .filter(source -> !source.isEmpty())
                .allMatch(source -> exists.test(context.isEmpty() ? source : context + "/" + source));
    }

    /// A path in a context without `.`, doubled separators and a leading `/`; `..` never leaves it, as BuildKit has it.
    public static String clean(String path) {
        ArrayDeque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.isEmpty() || name.equals(".")) continue;
            if (name.equals("..")) names.pollLast();
            else names.addLast(name);
        }
        return String.join("/", names);
    }
}
