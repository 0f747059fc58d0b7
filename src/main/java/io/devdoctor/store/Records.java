package io.devdoctor.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a journal file holds: its records in order, and the lines that are none.
public record Records(List<JsonNode> list, List<Damage> damaged) {
    /// Why a line is no record.
    public enum Reason {
        /// The last line has no end: the process was killed or the disk full while it was written.
        TRUNCATED,
        /// Not UTF-8, not JSON, or not an object.
        GARBAGE
    }

    /// A line (from 1) that is no record, with what the parser said.
    public record Damage(int line, Reason reason, String detail) {}

    public Records {
        list = List.copyOf(list);
        damaged = List.copyOf(damaged);
    }

    static Records none() {
        return new Records(List.of(), List.of());
    }

    static Records parse(byte[] bytes, JsonMapper mapper) {
        List<JsonNode> list = new ArrayList<>();
        List<Damage> damaged = new ArrayList<>();
        int line = 0;
        int start = 0;
        while (start < bytes.length) {
            line++;
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            parse(ByteBuffer.wrap(bytes, start, end - start), line, end == bytes.length, mapper, list, damaged);
            start = end + 1;
        }
        return new Records(list, damaged);
    }

    private static void parse(
            ByteBuffer bytes, int line, boolean open, JsonMapper mapper, List<JsonNode> list, List<Damage> damaged) {
        Reason reason = open ? Reason.TRUNCATED : Reason.GARBAGE;
        try {
            JsonNode node = mapper.readTree(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
            if (node.isObject()) {
                list.add(node);
            } else {
                damaged.add(new Damage(line, reason, "not a JSON object"));
            }
        } catch (JacksonException e) {
            damaged.add(new Damage(line, reason, e.getOriginalMessage()));
        } catch (CharacterCodingException _) {
            damaged.add(new Damage(line, reason, "not UTF-8"));
        }
    }
}
