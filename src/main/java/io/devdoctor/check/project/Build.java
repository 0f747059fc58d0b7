package io.devdoctor.check.project;

import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.machine.project.Project;
import java.util.Optional;

/// A Dockerfile together with the folder that is sent for it.
///
/// @param path    of the Dockerfile, relative to the project
/// @param context the folder of the build context, likewise; "" = the project's root, `..` at its start = above it
/// @param told    whether a Compose file names the context; else it is what people commonly type
/// @param target  the stage that is built; empty = the last one
public record Build(String path, Dockerfile file, String context, boolean told, Optional<String> target) {

    /// A path of the context as one of the project.
    public String inProject(String inContext) {
        String clean = clean(inContext);
        if (clean.isEmpty()) return context;
        return context.isEmpty() ? clean : context + "/" + clean;
    }

    /// Without `.`, doubled separators and a leading `/`; `..` never leaves the context, as BuildKit has it.
    public static String clean(String path) {
        java.util.ArrayDeque<String> names = new java.util.ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.isEmpty() || name.equals(".")) continue;
            if (name.equals("..")) names.pollLast();
            else names.addLast(name);
        }
        return String.join("/", names);
    }

    /// What stands in the file's own folder is named without it.
    public String name() {
        return Project.name(path);
    }
}
