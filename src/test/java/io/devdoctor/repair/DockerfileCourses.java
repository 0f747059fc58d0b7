package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.proof;

import java.util.stream.Stream;

/// Edits of Dockerfiles and of the scripts that they start.
final class DockerfileCourses {
    private static final String FOLDER = "C:\\src\\shop\\";

    private DockerfileCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                edit("dockerfile.syntax/accepted", "misspelt"),
                edit("dockerfile.syntax/pseudo-json", "single-quotes"),
                edit("dockerfile.syntax/stage-name-case", "stage-name"),
                edit("dockerfile.syntax/comment-as-data", "note-behind-value"),
                edit("dockerfile.syntax/empty-continuation", "blank-line"),
                edit("dockerfile.syntax/global-arg", "global-argument"),
                edit("dockerfile.signals/exec", "debian-shell"),
                edit("dockerfile.signals/through-shell", "variable"),
                new Course(
                        "dockerfile.signals/script",
                        proof("dockerfile.signals/script"),
                        NOTHING,
                        true,
                        haunting(FOLDER + "entrypoint.sh")),
                edit("dockerfile.foreground/foreground", "service"),
                edit("dockerfile.layer-order/order", "sources-first"),
                edit("dockerfile.platform/target", "one-architecture"),
                edit("dockerfile.platform/declare", "undeclared"),
                edit("dockerfile.version-stamp/unstamped", "worktree"),
                edit("dockerfile.module-proxy/proxy", "proxy-of-this-machine"),
                edit("dockerfile.module-proxy/alpine-release", "other-release"));
    }

    private static Course edit(String fix, String proof) {
        String check = fix.substring(0, fix.indexOf('/'));
        return new Course(fix, proof(check + "/" + proof), NOTHING, true, haunting(FOLDER + "Dockerfile"));
    }
}
