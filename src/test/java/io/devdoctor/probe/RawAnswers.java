package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/// Captured answers of Windows tools, byte for byte, from `src/test/resources/raw`.
final class RawAnswers {
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final Source ANYWHERE = new Source(Source.Kind.COMMAND, "somewhere", NOW);

    private RawAnswers() {}

    static Bytes bytes(String file) {
        try (InputStream in = RawAnswers.class.getResourceAsStream("/raw/" + file)) {
            if (in == null) throw new IllegalArgumentException("no such fixture: " + file);
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Platform windows(String locale, int ansi, int oem) {
        return new Platform(
                Platform.Family.WINDOWS, "10.0.26100.2314", locale, ansi, oem, "UTC", "li", "C:\\Users\\li", "PC");
    }

    static CommandText answer(int exit, Bytes stdout, Query query, Platform platform) {
        return CommandText.of(new CommandOutput(exit, stdout, Bytes.EMPTY, NOW, Duration.ZERO), query, platform);
    }
}
