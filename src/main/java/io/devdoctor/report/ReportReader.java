package io.devdoctor.report;

import io.devdoctor.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads reports of schema 1 as JSON, whoever wrote them: what is not understood in a report is said beside it, and a
/// file that is none is refused in words that name it.
public final class ReportReader {
    /// Far above a machine with thousands of containers; all of it together below what would fill the memory of the
    /// launchers.
    static final int MOST_BYTES = 32 << 20;

    static final int MOST_FINDINGS = 10_000;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int LONGEST = 4 << 20;
    private static final int DEEPEST = 40;
    private static final int HEAD = 4096;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build();

    private ReportReader() {}

    /// @throws UnreadableReport whatever is wrong with the file
    public static OpenedReport open(Path file) throws UnreadableReport {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) throw new UnreadableReport(Text.of("report.unreadable.folder", name));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                return read(bytes, name);
            }
        } catch (NoSuchFileException _) {
            throw new UnreadableReport(Text.of("report.unreadable.missing", name));
        } catch (AccessDeniedException _) {
            throw new UnreadableReport(Text.of("report.unreadable.denied", name));
        } catch (IOException e) {
            throw new UnreadableReport(Text.of("report.unreadable.io", name, String.valueOf(e.getMessage())));
        }
    }

    /// @param name of the file, for the reader
    public static OpenedReport read(byte[] bytes, String name) throws UnreadableReport {
        String head = head(bytes);
        if (isRecording(head)) throw UnreadableReport.recording(name);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableReport(Text.of("report.unreadable.huge", name, Text.size(MOST_BYTES)));
        }
        if (head.isBlank()) throw new UnreadableReport(Text.of("report.unreadable.empty", name));
        if (head.stripLeading().startsWith("<")) throw new UnreadableReport(Text.of("report.unreadable.page", name));
        return report(tree(bytes, name), name);
    }

    /// The beginning, whatever encoding a shell wrote it in: Windows PowerShell redirects in UTF-16.
    private static String head(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD);
        return new String(bytes, 0, length, encoding(bytes)).replace("\uFEFF", "");
    }

    private static Charset encoding(byte[] bytes) {
        if (bytes.length < 2) return StandardCharsets.UTF_8;
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (first) {
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static boolean isRecording(String head) {
        return head.stripLeading().startsWith("{") && head.contains("\"devdoctorRecording\"");
    }

    private static JsonNode tree(byte[] bytes, String name) throws UnreadableReport {
        try {
            return MAPPER.readTree(bytes);
        } catch (UnexpectedEndOfInputException _) {
            throw truncated(bytes, name);
        } catch (StreamConstraintsException _) {
            throw new UnreadableReport(Text.of("report.unreadable.deep", name));
        } catch (StreamReadException e) {
            if (isCutOff(bytes, e)) throw truncated(bytes, name);
            String line = String.valueOf(e.getLocation().getLineNr());
            throw new UnreadableReport(Text.of("report.unreadable.garbage", name, line));
        } catch (JacksonException _) {
            throw new UnreadableReport(Text.of("report.unreadable.other", name));
        }
    }

    private static UnreadableReport truncated(byte[] bytes, String name) {
        return new UnreadableReport(Text.of("report.unreadable.truncated", name, Text.size(bytes.length)));
    }

    /// Behind a comma, say, the end is told as any other character that does not belong there.
    private static boolean isCutOff(byte[] bytes, StreamReadException e) {
        return head(bytes).stripLeading().startsWith("{") && e.getLocation().getByteOffset() >= bytes.length;
    }

    private static OpenedReport report(JsonNode node, String name) throws UnreadableReport {
        JsonNode schema = node.path("devdoctorReport");
        if (!schema.isIntegralNumber()) {
            boolean sarif = node.path("runs").isArray()
                    && node.path("$schema")
                            .asString("")
                            .toLowerCase(Locale.ROOT)
                            .contains("sarif");
            throw new UnreadableReport(Text.of(sarif ? "report.unreadable.sarif" : "report.unreadable.other", name));
        }
        if (schema.asLong(0) != JsonReport.SCHEMA) {
            String version = node.path("tool").path("version").asString("?");
            throw new UnreadableReport(Text.of("report.unreadable.future", name, schema.asString(), version));
        }
        JsonNode findings = node.path("findings");
        if (!findings.isArray()) throw new UnreadableReport(Text.of("report.unreadable.no-findings", name));
        if (findings.size() > MOST_FINDINGS) {
            throw new UnreadableReport(Text.of("report.unreadable.many", name, findings.size(), MOST_FINDINGS));
        }
        return new ReadReport(node, taken(node, name)).opened(name);
    }

    private static Instant taken(JsonNode node, String name) throws UnreadableReport {
        try {
            return Instant.parse(node.path("taken").asString(""));
        } catch (DateTimeException _) {
            throw new UnreadableReport(Text.of("report.unreadable.no-time", name));
        }
    }
}
