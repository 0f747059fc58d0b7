package io.devdoctor.fix;

/// Pieces of the grammars of [Tool].
final class PlainWords {
    /// No name that Windows gives to a device, with whatever ending.
    private static final String NO_DEVICE =
            "(?!(?i:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])(?:[. ][^\\\\]*)?(?:\\\\|$))";
    /// Neither control characters nor what cannot be seen or turns the direction of a line, no half of a character.
    private static final String NAME =
            NO_DEVICE + "[^\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]{1,255}(?<![. ])";

    /// An absolute path on a drive, of names that Windows takes as they stand: no wildcards, no separator at its end,
    /// no blank or dot at the end of a name, hence no `..` either.
    static final String WINDOWS_PATH = "[A-Za-z]:(\\\\" + NAME + "){1,40}";

    private static final String PLAIN = "[\\p{L}\\p{N}_.@+ -]{1,255}(?<![. ])";

    /// An absolute folder of Windows or Linux, of plain names.
    static final String FOLDER =
            "([A-Za-z]:(\\\\" + NO_DEVICE + PLAIN + "){1,40}|(/[\\p{L}\\p{N}_.@+ -]{1,255}(?<![/. ])){1,40})";

    /// 1 to 65535.
    static final String PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";

    private PlainWords() {}
}
