package io.devdoctor.system.recorded;

import io.devdoctor.system.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The sample machines that DevDoctor brings: `/io/devdoctor/samples/<name>.devdoctor`. Their titles are the texts
/// `sample.<name>.title`.
public final class Samples {
    /// In the order in which they are offered.
    public static final List<String> NAMES =
            List.of("healthy-en", "starved-zh-cn", "no-virtualization-en", "hung-wsl-en");

    private Samples() {}

    public static String titleKey(String name) {
        return "sample." + name + ".title";
    }

    /// @throws RecordingException if there is no sample of that name
    public static Ports open(String name) throws RecordingException {
        return RecordedPorts.open(bytes(name), name);
    }

    /// The recording itself, for saving a copy.
    ///
    /// @throws RecordingException if there is no sample of that name
    public static byte[] bytes(String name) throws RecordingException {
        if (!NAMES.contains(name)) throw new RecordingException("recording.no-sample", name);
        try (InputStream in = Samples.class.getResourceAsStream("/io/devdoctor/samples/" + name + ".devdoctor")) {
            if (in == null) throw new IllegalStateException("sample is missing: " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
