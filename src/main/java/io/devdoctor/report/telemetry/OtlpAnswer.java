package io.devdoctor.report.telemetry;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether what a server answered is what a collector answers: a page to log in to a proxy has the status 200 too.
///
/// Of the answer the library hands on the body alone. An empty one is the usual answer of a collector.
final class OtlpAnswer {
    /// The wire type of every message and text, in the low bits of a field's tag; no page of HTML begins so.
    private static final int LENGTH_DELIMITED = 2;

    private static final int TYPE = 7;

    private OtlpAnswer() {}

    static boolean is(byte[] body) {
        return isBinary(body) || isJson(body);
    }

    /// Fields one after the other up to the end, each with its length.
    private static boolean isBinary(byte[] body) {
        int at = 0;
        while (at < body.length) {
            // `partial_success` today; fields of a newer collector are none of our business.
            if ((body[at++] & TYPE) != LENGTH_DELIMITED) return false;
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
            return answer.isObject() && (answer.isEmpty() || answer.has("partialSuccess"));
        } catch (JacksonException _) {
            return false;
        }
    }
}
