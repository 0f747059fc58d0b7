package io.devdoctor.privacy;

import java.util.List;
import java.util.regex.Pattern;

/// Tokens that are recognised by their own shape, wherever they stand. The telling prefix stays.
final class TokenShapes {
    private static final String START = "(?<![A-Za-z0-9_-])";
    private static final String OPTION = "(?i)--(?:[a-z-]{0,32}-)?(?:password|passphrase|token|secret|api-key)";
    /// `docker build --secret id=NAME,src=FILE` names a secret and does not hold it.
    private static final String NAMES_ALONE = "(?!(?<=--secret {1,9})(?:type=(?:file|env),)?id=)";
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile(START + "gh[pousr]_([A-Za-z0-9]{20,})"),
            Pattern.compile(START + "github_pat_([A-Za-z0-9_]{20,})"),
            Pattern.compile(START + "gl(?:pat|ptt|dt|rt|soat)-([A-Za-z0-9_.-]{16,})"),
            Pattern.compile(START + "(?:AKIA|ASIA)([A-Z0-9]{16})(?![A-Za-z0-9])"),
            Pattern.compile(START + "x(?:ox[a-z]|app)-([A-Za-z0-9-]{10,})"),
            Pattern.compile(START + "npm_([A-Za-z0-9]{30,})"),
            Pattern.compile(START + "pypi-([A-Za-z0-9_-]{40,})"),
            Pattern.compile(START + "dckr_[po]at_([A-Za-z0-9_-]{16,})"),
            Pattern.compile(START + "AIza([A-Za-z0-9_-]{30,})"),
            Pattern.compile(START + "(?:sk|rk)_live_([A-Za-z0-9]{16,})"),
            Pattern.compile(START + "eyJ([A-Za-z0-9_-]{6,}+\\.[A-Za-z0-9_-]{6,}+(?:\\.[A-Za-z0-9_-]*+)?)"),
            Pattern.compile("(?i)(?<=[?&;\"'\\s])sig=([^&\\s\"'<>;*]{8,})"),
            Pattern.compile("(?i)\\b(?:bearer|basic) ++(?=[A-Za-z._~+/-]{0,64}[0-9])([A-Za-z0-9._~+/-]{16,}=*)"),
            Pattern.compile(OPTION + " ++(?![-*])" + NAMES_ALONE + "([^\\s\"'*]++)"),
            Pattern.compile(OPTION + " ++\"([^\"\\r\\n*]++)\""),
            Pattern.compile(OPTION + "\"\\s*+,\\s*+\"([^\"\\r\\n*]++)\""),
            Pattern.compile(
                    "(?i)\\bdocker(?:\\.exe)? login\\b[^\\r\\n]{0,200}?\\s-p(?: ++|=)?(?!assword)([^\\s\"'*]++)"));

    private TokenShapes() {}

    static Masked mask(String text) {
        String result = text;
        int count = 0;
        for (Pattern shape : SHAPES) {
            Masked masked = Replacing.group(shape, result, 1);
            result = masked.text();
            count += masked.count();
        }
        return new Masked(result, count);
    }
}
