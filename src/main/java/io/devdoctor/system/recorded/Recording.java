package io.devdoctor.system.recorded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/// A finished recording in format 1. Secrets are masked; names and paths are not, unless it is [#pseudonymous].
public final class Recording {
    private final ObjectNode document;
    private final int masked;

    Recording(ObjectNode document, int masked) {
        this.document = document;
        this.masked = masked;
    }

    /// How many secrets were masked, so that saving can say so.
    public int masked() {
        return masked;
    }

    /// The same machine with stand-ins for everything that tells whose it is; it replays to the same findings.
    public Recording pseudonymous() {
        return new Recording(Disguise.of(document, new SecureRandom()), masked);
    }

    /// UTF-8, indented, a line end at the end.
    public byte[] bytes() {
        String text = Documents.MAPPER
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(document);
        return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    public void write(OutputStream out) throws IOException {
        out.write(bytes());
    }

    /// Replaces the file.
    public void write(Path file) throws IOException {
        java.nio.file.Files.write(file, bytes());
    }
}
