package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;

/// A file of the build context that a build or a container executes.
///
/// @param path       relative to the build context; [io.devdoctor.check.project.Build#inProject] makes it one
///                   of the project
/// @param imagePath  where it lies when it is executed
/// @param line       of the Dockerfile: what executes it, or what starts the script that does
/// @param by         the script of the context that executes it; "" = the Dockerfile itself
/// @param atBuild    while the image is built, else in the container
/// @param mended     carriage returns are taken out before that: `sed -i`, `dos2unix` …
/// @param executable whether `chmod` or `--chmod` decide that it can be executed
public record Execution(
        String path,
        How how,
        String imagePath,
        int line,
        String by,
        boolean atBuild,
        boolean mended,
        Answer executable) {

    public enum How {
        /// By the kernel: its mode and its first line decide.
        DIRECT,
        /// As an argument of `sh`, `python` …: neither does, but the shell reads every line.
        THROUGH_INTERPRETER,
        /// With `.` or `source`.
        SOURCED,
        /// Because of the folder in which it lies: `/docker-entrypoint-initdb.d`, `/etc/cron.d` …
        BY_FOLDER
    }
}
