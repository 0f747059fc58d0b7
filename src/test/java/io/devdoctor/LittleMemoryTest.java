package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that would fill the memory which the launchers give to Java are refused before they do; the largest that is
/// read has room in it.
class LittleMemoryTest {
    private static final String REPORT =
            "{\"devdoctorReport\":1,\"taken\":\"2026-11-20T08:00:00Z\",\"findings\":[],\"x\":[";
    private static final String RECORDING = """
        {"devdoctorRecording":1,"taken":"2026-11-20T08:00:00Z","os":{"family":"windows","version":"10.0.26100.1",\
        "locale":"en-US","ansiCodePage":1252,"oemCodePage":437,"timeZone":"UTC","user":"li","home":"C:\\\\Users\\\\li"},\
        "x":[\
        """;
    private static final String OBJECT = "{\"a\":{}}";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aReportOfMillionsOfNumbersIsRefused() throws Exception {
        Path file = file("numbers.json", REPORT, "0", 15 * MEGABYTE, 0);
        Program.Ended ended = devdoctor("show", file);

        assertThat(ended.err()).contains("numbers.json", "holds more").doesNotContain("Memory");
        assertThat(ended.exit()).isEqualTo(3);
    }

    @Test
    void theLargestReportIsRead() throws Exception {
        Program.Ended ended = devdoctor("show", file("large.json", REPORT, OBJECT, 195_000, 28));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
    }

    @Test
    void aRecordingOfMillionsOfNumbersIsRefused() throws Exception {
        Path file = file("numbers.devdoctor", RECORDING, "0", 15 * MEGABYTE, 0);
        Program.Ended ended = devdoctor("check", "--quiet", "--replay", file);

        assertThat(ended.err()).contains("numbers.devdoctor", "holds more").doesNotContain("Memory");
        assertThat(ended.exit()).isEqualTo(3);
    }

    @Test
    void theLargestRecordingIsRead() throws Exception {
        Path file = file("large.devdoctor", RECORDING, OBJECT, 290_000, 28);
        Program.Ended ended = devdoctor("check", "--quiet", "--only", "host", "--replay", file);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isLessThan(3);
    }

    private Program.Ended devdoctor(Object... words) throws IOException, InterruptedException {
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) arguments[i] = words[i].toString();
        return Program.in(folder, "-Xmx256m", "-Duser.language=en").run(arguments);
    }

    /// @param megabytes of text behind the values, one string for each
    private Path file(String name, String head, String value, int values, int megabytes) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(head);
            for (int i = 0; i < values; i++) out.write(value + ",");
            String text = "x".repeat(MEGABYTE);
            for (int i = 0; i < megabytes; i++) out.write("\"" + text + "\",");
            out.write("0]}");
        }
        return file;
    }
}
