package io.devdoctor.privacy;

import java.util.List;
import java.util.regex.Pattern;

/// Tokens that are recognised by their own shape, wherever they stand. The telling prefix stays.
final class TokenShapes {
    private static final String START = "(?<![A-Za-z0-9_-])";
    private static final String OPTION = "(?i)--(?:[a-z-]{0,32}-)?(?:password|passphrase|token|secret|api-key)";
    /// `docker build --secret id=NAME,src=FILE` names a secret and does not hold it.
    private static final String NAMES_ALONE = "(?!(?<=--secret {1,9})(?:type=(?:file|env),)?id=)";

    private record Token(Clue clue, Pattern pattern) {}

    private static final List<Token> SHAPES = List.of(
            new Token(
                    Clue.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
                    Pattern.compile(START + "gh[pousr]_([A-Za-z0-9]{20,})")),
            new Token(Clue.of("github_pat_"), Pattern.compile(START + "github_pat_([A-Za-z0-9_]{20,})")),
            new Token(
                    Clue.of("glpat-", "glptt-", "gldt-", "glrt-", "glsoat-"),
                    Pattern.compile(START + "gl(?:pat|ptt|dt|rt|soat)-([A-Za-z0-9_.-]{16,})")),
            new Token(Clue.of("akia", "asia"), Pattern.compile(START + "(?:AKIA|ASIA)([A-Z0-9]{16})(?![A-Za-z0-9])")),
            new Token(Clue.of("xox", "xapp-"), Pattern.compile(START + "x(?:ox[a-z]|app)-([A-Za-z0-9-]{10,})")),
            new Token(Clue.of("npm_"), Pattern.compile(START + "npm_([A-Za-z0-9]{30,})")),
            new Token(Clue.of("pypi-"), Pattern.compile(START + "pypi-([A-Za-z0-9_-]{40,})")),
            new Token(Clue.of("dckr_"), Pattern.compile(START + "dckr_[po]at_([A-Za-z0-9_-]{16,})")),
            new Token(Clue.of("aiza"), Pattern.compile(START + "AIza([A-Za-z0-9_-]{30,})")),
            new Token(Clue.of("_live_"), Pattern.compile(START + "(?:sk|rk)_live_([A-Za-z0-9]{16,})")),
            new Token(
                    Clue.of("sk-"),
                    Pattern.compile(START + "sk-(?:[a-z0-9]{2,12}-)?(?=[A-Za-z_-]{0,64}[0-9])([A-Za-z0-9_-]{20,})")),
            new Token(Clue.of("hf_"), Pattern.compile(START + "hf_([A-Za-z0-9]{20,})")),
            new Token(
                    Clue.of("hooks.slack.com"),
                    Pattern.compile("(?i)\\bhooks\\.slack\\.com/(?:services|workflows)/([A-Za-z0-9/_-]{8,})")),
            new Token(
                    Clue.of("eyj"),
                    Pattern.compile(START + "eyJ([A-Za-z0-9_-]{6,}+\\.[A-Za-z0-9_-]{6,}+(?:\\.[A-Za-z0-9_-]*+)?)")),
            new Token(Clue.of("sig="), Pattern.compile("(?i)(?<=[?&;\"'\\s])sig=([^&\\s\"'<>;*]{8,})")),
            new Token(
                    Clue.of("bearer ", "basic "),
                    Pattern.compile(
                            "(?i)\\b(?:bearer|basic) ++(?=[A-Za-z._~+/-]{0,64}[0-9])([A-Za-z0-9._~+/-]{8,}=*)")),
            new Token(Clue.of("--"), Pattern.compile(OPTION + " ++(?![-*])" + NAMES_ALONE + "([^\\s\"'*]++)")),
            new Token(Clue.of("--"), Pattern.compile(OPTION + " ++\"([^\"\\r\\n*]++)\"")),
            new Token(Clue.of("--"), Pattern.compile(OPTION + "\"\\s*+,\\s*+\"([^\"\\r\\n*]++)\"")),
            new Token(
                    Clue.of(" login"),
                    Pattern.compile("(?i)\\bdocker(?:\\.exe)? login\\b[^\\r"
                            + "\\n"
                            + "]{0,200}?\\s-p(?: ++|=)?(?!assword)([^\\s\"'*]++)")),
            // The same letters mean a user and a group, or a port, to docker.
            new Token(
                    Clue.of("curl", "wget"),
                    Pattern.compile(
                            "(?i)\\b(?:curl|wget)(?:\\.exe)?\\b[^\\r\\n]{0,400}?\\s(?:-u|-U|--user|--proxy-user)"
                                    + "(?: ++|=)?[\"']?[^\\s:\"'*]{0,128}+:([^\\s\"'*]++)")),
            new Token(
                    Clue.of("sshpass", "mysql", "mariadb"),
                    Pattern.compile("(?i)\\b(?:sshpass\\b[^\\r"
                            + "\\n"
                            + "]{0,80}?\\s-p ?|(?:mysql|mariadb)[a-z-]{0,16}\\b[^\\r"
                            + "\\n"
                            + "]{0,200}?\\s-p)[\"']?(?![\\s*\"'])([^\\s\"'*]++)")),
            // A sentence is told from an announcement by the digit that most passwords hold.
            new Token(
                    Clue.of(" is ", " was "),
                    Pattern.compile("(?i)\\b(?:password|passwd|passphrase|token|secret) (?:is|was) [\"'`]?"
                            + "(?=[^\\s\"'`,;]{0,64}[0-9])([^\\s\"'`,;*]{4,})")),
            new Token(
                    Clue.of("密码", "口令", "密钥", "令牌"),
                    Pattern.compile("(?:密码|口令|密钥|令牌)[ \\t]{0,4}(?:[:=：]|是|为)[ \\t]{0,4}[\"'“]?([!-~&&[^*\"']]{4,})")),
            // In place of a user; the shapes above leave the prefix.
            new Token(
                    Clue.of("://"),
                    Pattern.compile(
                            "(?<=https?://)(?=[^@/\\s]{0,256}[0-9])([A-Za-z0-9_.~-]{16,256})@(?=[A-Za-z0-9\\[])")));
    /// A token of which the prefix alone is left.
    private static final Pattern MASKED = Pattern.compile(
            "(?:gh[pousr]_|github_pat_|gl(?:pat|ptt|dt|rt|soat)-|AKIA|ASIA"
                + "|xox[a-z]-|xapp-|npm_|pypi-|dckr_[po]at_|AIza|(?:sk|rk)_live_|sk-(?:[a-z0-9]{2,12}-)?|hf_|eyJ)\\*{4}");

    private TokenShapes() {}

    /// What may stand in place of a secret that is named as one: the prefix of a token tells whose it is.
    static String masked(String secret) {
        String masked = isMasked(secret) ? secret : mask(secret).text();
        return isMasked(masked) ? masked : Secrets.MASK;
    }

    static boolean isMasked(String secret) {
        return MASKED.matcher(secret).matches();
    }

    static Masked mask(String text) {
        String lower = Clue.lower(text);
        String result = text;
        int count = 0;
        for (Token shape : SHAPES) {
            if (!shape.clue().in(lower)) continue;
            Masked masked = Replacing.group(shape.pattern(), result, 1);
            result = masked.text();
            count += masked.count();
        }
        return new Masked(result, count);
    }
}
