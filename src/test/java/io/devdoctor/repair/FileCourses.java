package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.lying;
import static io.devdoctor.repair.Course.proof;

import java.util.stream.Stream;

/// Fixes of a project's files, of its ignore files and of its repository.
final class FileCourses {
    private static final String SHOP = "C:\\src\\shop\\";

    private FileCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                edit("project.line-endings/convert", "project.line-endings/entrypoint", "docker\\entrypoint.sh"),
                edit("project.line-endings/convert", "project.line-endings/heredoc", "Dockerfile"),
                edit(
                        "project.line-endings/convert",
                        "project.line-endings/entrypoint-unprotected",
                        "docker\\entrypoint.sh"),
                edit("project.byte-order-mark/remove", "project.byte-order-mark/entrypoint", "docker\\entrypoint.sh"),
                edit("project.byte-order-mark/convert", "project.byte-order-mark/utf-16", ".dockerignore"),
                edit("project.encoding/convert", "project.encoding/gbk-go", "internal\\store\\doc.go"),
                edit("project.git-attributes/keep-lf", "project.git-attributes/missing", ".gitattributes"),
                edit("project.git-attributes/keep-lf", "project.git-attributes/auto-only", ".gitattributes"),
                edit("project.git-attributes/rewrite", "project.line-endings/turned", "scripts\\release.sh"),
                edit("project.git-attributes/normalize", "project.git-attributes/committed", "scripts\\run.sh"),
                new Course(
                        "project.executable-bit/mark",
                        proof("project.executable-bit/lost"),
                        NOTHING,
                        true,
                        lying("update-index")),
                edit("project.shell-paths/keep", "project.shell-paths/mount", "scripts\\test.sh"),
                new Course(
                        "project.git-ownership/trust",
                        proof("project.git-ownership/in-distro"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\.gitconfig")),
                new Course(
                        "project.git-ownership/file-mode",
                        proof("project.git-ownership/file-mode"),
                        NOTHING,
                        true,
                        lying("core.fileMode")),
                edit("project.go-module/raise", "project.go-module/too-old", "Dockerfile"),
                edit("project.go-module/slashes", "project.go-module/windows-path", "go.mod"),
                edit("project.go-module/send-sum", "project.go-module/sum-hidden", ".dockerignore"),
                edit("project.go-module/copy-sum", "project.go-module/sum-late", "Dockerfile"),
                edit("dockerignore.missing/create", "dockerignore.missing/git-history", ".dockerignore"),
                edit("dockerignore.missing/keep-out", "dockerignore.missing/secret-copied", ".dockerignore"),
                edit("dockerignore.patterns/anchored", "dockerignore.patterns/anchored", ".dockerignore"),
                edit("dockerignore.patterns/comment", "dockerignore.patterns/lines", ".dockerignore"),
                edit("dockerignore.patterns/backslash", "dockerignore.patterns/lines", ".dockerignore"));
    }

    private static Course edit(String fix, String proof, String file) {
        return new Course(fix, proof(proof), NOTHING, true, haunting(SHOP + file));
    }
}
