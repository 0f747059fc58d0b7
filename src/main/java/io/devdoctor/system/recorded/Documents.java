package io.devdoctor.system.recorded;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Parses the JSON of a recording and refuses what is not one, saying where.
final class Documents {
    /// A file of [io.devdoctor.system.Files#MOST_BYTES] as Base64.
    private static final int LONGEST = 24 << 20;

    private static final int MOST_TOKENS = 1_500_000;
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(LONGEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Documents() {}

    static Json parse(byte[] bytes, String name) throws RecordingException {
        JsonNode node = read(bytes, name);
        if (node == null || node.isMissingNode()) throw new RecordingException("recording.empty", name);
        if (!node.isObject()) throw new RecordingException("recording.not-object", name);
        JsonNode format = node.path("devdoctorRecording");
        if (format.isMissingNode() && node.has("devdoctorReport"))
            throw new RecordingException("recording.report", name);
        if (!format.isIntegralNumber() || !format.canConvertToLong() || format.longValue() < 1) {
            throw new RecordingException("recording.no-format", name);
        }
        if (format.longValue() > RecordedPorts.FORMAT) {
            throw new RecordingException("recording.newer", name, format.longValue(), (long) RecordedPorts.FORMAT);
        }
        return new Json(node, "");
    }

    private static JsonNode read(byte[] bytes, String name) throws RecordingException {
        try {
            return MAPPER.readTree(bytes);
        } catch (UnexpectedEndOfInputException e) {
            throw located("recording.truncated", name, e);
        } catch (StreamConstraintsException _) {
            throw new RecordingException("recording.too-much", name);
        } catch (JacksonException e) {
            throw located("recording.garbled", name, e);
        }
    }

    private static RecordingException located(String key, String name, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        long line = at == null ? 1 : Math.max(1, at.getLineNr());
        long column = at == null ? 1 : Math.max(1, at.getColumnNr());
        return new RecordingException(key, name, line, column);
    }
}
