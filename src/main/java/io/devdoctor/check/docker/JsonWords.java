package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonType;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.text.Text;

/// What is wrong with a JSON file, in words.
final class JsonWords {
    private JsonWords() {}

    static Text of(JsonProblem problem) {
        String key = "json.kind." + problem.kind().name();
        return switch (problem.kind()) {
            case UTF_16 ->
                Text.of(
                        key,
                        Evidence.word(TextEncoding.valueOf(problem.arguments().getFirst())));
            case NOT_AN_OBJECT ->
                Text.of(key, type(JsonType.valueOf(problem.arguments().getFirst())));
            case TOO_LARGE,
                    EMPTY,
                    NUL_BYTES,
                    MARK,
                    NOT_UTF_8,
                    DUPLICATE_NAME,
                    FULL_WIDTH,
                    TRAILING_COMMA,
                    COMMENT,
                    SINGLE_QUOTES,
                    MISSING_COMMA,
                    UNQUOTED,
                    INVALID_ESCAPE,
                    UNCLOSED_TEXT,
                    TRUNCATED,
                    TRAILING_CONTENT,
                    TOO_DEEP,
                    SYNTAX -> Text.of(key, problem.arguments().toArray());
        };
    }

    /// With its article: "a list".
    static Text type(JsonType type) {
        return Evidence.word(type);
    }
}
