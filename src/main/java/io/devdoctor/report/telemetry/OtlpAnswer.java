package io.devdoctor.report.telemetry;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether what a server answered is what a collector answers: a page to log in to a proxy has the status 200 too.
///
/// Of the answer the library hands on the body alone. An empty one is the usual answer of a collector.
final class OtlpAnswer {
    /// `partial_success`, the only field: a message.
    private static final int PARTIAL_SUCCESS = 1 << 3 | 2;

    private static final String PARTIAL_SUCCESS_JSON = "partialSuccess";

    private OtlpAnswer() {}

    static boolean is(byte[] body) {
        return isBinary(body) || isJson(body);
    }

    /// Fields one after the other up to the end, each with its length.
    private static boolean isBinary(byte[] body) {
        int at = 0;
        while (at < body.length) {
            if (body[at++] != PARTIAL_SUCCESS) return false;
            int length = 0;
            int shift = 0;
            boolean more = true;
            while (more) {
                // A length of more bytes is longer than what is there.
                if (at >= body.length || shift > 21) return false;
                byte digit = body[at++];
                length |= (digit & 0x7F) << shift;
                shift += 7;
                more = digit < 0;
            }
            if (length > body.length - at) return false;
            at += length;
        }
        return true;
    }

    /// Some collectors answer in JSON, whatever they are asked in.
    private static boolean isJson(byte[] body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            return answer.isObject() && answer.propertyNames().stream().allMatch(PARTIAL_SUCCESS_JSON::equals);
        } catch (JacksonException _) {
            return false;
        }
    }
}
