package io.devdoctor.check.docker;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonProblem.Kind;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerFiles;
import java.util.Optional;
import java.util.Set;

/// What keeps one of Docker's programs from reading a file, by the bytes alone.
///
/// @param worst the first thing that its reader stumbles over
record FileDamage(JsonDocument document, JsonProblem worst) {
    /// What happens to a file as a whole. What a person mistypes in daemon.json is another check's question.
    private static final Set<Kind> OF_BYTES =
            Set.of(Kind.MARK, Kind.UTF_16, Kind.NOT_UTF_8, Kind.NUL_BYTES, Kind.TOO_LARGE, Kind.TRUNCATED);

    /// Empty = the program that reads it gets everything out of it.
    static Optional<FileDamage> of(DockerFiles.Kind kind, Bytes bytes) {
        JsonDocument document = JsonDocument.parse(bytes.toArray());
        return document.problems().stream()
                .filter(problem -> hurts(kind, problem.kind()))
                .findFirst()
                .map(problem -> new FileDamage(document, problem));
    }

    private static boolean hurts(DockerFiles.Kind kind, Kind problem) {
        return switch (kind) {
            // Go's decoder takes the first value and never looks behind it; a blank file is no settings.
            case CONFIG -> (problem.fatal() || problem == Kind.MARK) && problem != Kind.TRAILING_CONTENT;
            case CONTEXT -> problem.fatal() || problem == Kind.MARK || problem == Kind.EMPTY;
            case DAEMON, WINDOWS_DAEMON -> OF_BYTES.contains(problem);
            case SIGN_IN, ADMIN -> problem.fatal() || problem == Kind.MARK || problem == Kind.EMPTY;
        };
    }

    /// Whether nothing but the byte order mark, or UTF-16 with its mark, is wrong: dockerd takes that.
    boolean isTakenByTheEngine() {
        return (document.encoding() == TextEncoding.UTF_8_BOM || document.encoding() == TextEncoding.UTF_16LE_BOM)
                && document.problems().stream()
                        .map(JsonProblem::kind)
                        .noneMatch(kind -> kind.fatal() && kind != Kind.UTF_16);
    }

    boolean isMark() {
        return worst.kind() == Kind.MARK;
    }

    /// Texts in another encoding are read, and read wrongly.
    boolean isGarbled() {
        return worst.kind() == Kind.NOT_UTF_8;
    }
}
