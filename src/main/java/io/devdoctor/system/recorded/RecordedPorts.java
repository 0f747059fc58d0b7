package io.devdoctor.system.recorded;

import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Platform;
import io.devdoctor.system.Ports;
import io.devdoctor.system.docker.DockerJavaEngineApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Opens a recording (format 1) as ports: every read is answered from it, nothing ever waits, "now" is when it was
/// taken. The format is described in `docs/recording-format.md`.
public final class RecordedPorts {
    /// The largest recording that is read: what it holds has room in the memory of the launchers.
    public static final long MOST_BYTES = 32L << 20;

    static final int FORMAT = 1;

    private RecordedPorts() {}

    /// @throws IOException        if the file cannot be read
    /// @throws RecordingException if it is not a recording of a format we know
    public static Ports open(Path file) throws IOException, RecordingException {
        // A pipe without a writer would be waited for without end.
        if (java.nio.file.Files.exists(file) && !java.nio.file.Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            return open(in, String.valueOf(file.getFileName()));
        }
    }

    /// @param name shown as the origin of the facts
    public static Ports open(InputStream in, String name) throws IOException, RecordingException {
        byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new RecordingException("recording.too-large", name, MOST_BYTES >> 20);
        return open(bytes, name);
    }

    public static Ports open(byte[] bytes, String name) throws RecordingException {
        Json root = Documents.parse(bytes, name);
        try {
            return ports(root, name);
        } catch (Malformed e) {
            throw e.in(name);
        }
    }

    private static Ports ports(Json root, String name) {
        Instant taken = root.member("taken").instant();
        Platform platform = platform(root.member("os"));
        Tape tape = new Tape(platform, taken);
        RecordedFiles files = new RecordedFiles(root, tape);
        WindowsPorts windows = WindowsPorts.of(root, tape);
        RecordedEngine engine = new RecordedEngine(root, tape, windows.pipes(), files);
        return new Ports(
                new Origin.Replay(name, root.text("note", "")),
                platform,
                root.has("projects") ? root.member("projects").texts() : List.of(),
                () -> taken,
                windows.registry(),
                windows.services(),
                new RecordedCommands(root, tape),
                files,
                new RecordedRepositories(root, tape),
                new RecordedEnvironment(root, tape),
                new RecordedHardware(root, tape),
                new RecordedNetwork(root, tape),
                windows.pipes(),
                windows.win32(),
                windows.wmi(),
                new DockerJavaEngineApi(engine::open, () -> taken));
    }

    private static Platform platform(Json os) {
        Json family = os.member("family");
        Platform.Family kind = switch (family.text()) {
            case "windows" -> Platform.Family.WINDOWS;
            case "linux" -> Platform.Family.LINUX;
            case "macos" -> Platform.Family.MACOS;
            default -> throw new Malformed(family.path(), "family");
        };
        return new Platform(
                kind,
                os.text("version", ""),
                os.text("locale", "en-US"),
                os.whole("ansiCodePage", kind == Platform.Family.WINDOWS ? 1252 : 65001),
                os.whole("oemCodePage", kind == Platform.Family.WINDOWS ? 437 : 65001),
                os.text("timeZone", "UTC"),
                os.text("user", ""),
                os.text("home", ""),
                os.text("hostName", ""));
    }
}
