package io.devdoctor.check.project;

import io.devdoctor.format.dockerfile.BuildContext;
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

    /// As [BuildContext#clean].
    public static String clean(String path) {
        return BuildContext.clean(path);
    }

    /// What stands in the file's own folder is named without it.
    public String name() {
        return Project.name(path);
    }
}
