package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.stage.GoBuild;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.DockerfileEdit;

/// Edits around `go build`.
final class GoFixes {
    private GoFixes() {}

    /// `CGO_ENABLED=0` before the command, or as ENV before an instruction into which nothing can be put.
    static DockerfileEdit withoutCgo(Dockerfile file, GoBuild build) {
        boolean plain =
                build.run().command().isShell() && !build.command().prefixes().contains("sh");
        if (!plain) return file.edit().insertBefore(build.run(), "ENV CGO_ENABLED=0");
        int start = build.command().span().start();
        return file.edit().replace(new Span(start, start), "CGO_ENABLED=0 ");
    }
}
