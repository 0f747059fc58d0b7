package io.devdoctor.check.project.stage;

import java.util.List;
import java.util.Optional;

/// Where files can be looked for: a stage, the build context, a base image.
interface Files {
    /// @param path absolute; of the build context its own root is `/`
    Found look(String path);

    /// What a pattern finds; empty = nobody can tell.
    Optional<List<String>> matching(String pattern);
}
