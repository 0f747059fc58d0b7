package io.devdoctor.format.text;

/// Tells apart the encodings of East Asia by the share of characters that are frequent in each. A Western text has
/// high bytes that form no pair, or pairs of characters that nobody uses.
final class DoubleBytes {
    private static final int SIMPLIFIED_CHINESE = 936;
    private static final int KOREAN = 949;
    /// So few Hangul alone prove nothing: one Chinese word may consist of their bytes.
    private static final int ENOUGH = 20;

    private DoubleBytes() {}

    static TextKind judge(byte[] bytes, int start, int ansiCodePage) {
        Score gbk = gbk(bytes, start);
        if (gbk.convinces()) return chineseOrKorean(bytes, start, ansiCodePage);
        if (big5(bytes, start).convinces()) return TextKind.BIG5;
        if (shiftJis(bytes, start).convinces()) return TextKind.SHIFT_JIS;
        return TextKind.OTHER;
    }

    /// @param pairs    characters of two bytes
    /// @param frequent those of them that are in everyday use
    private record Score(int bad, int pairs, int frequent) {
        static final Score BAD = new Score(1, 0, 0);

        boolean convinces() {
            return bad == 0 && pairs >= 2 && frequent * 10L >= pairs * 9L;
        }
    }

    private static Score gbk(byte[] bytes, int start) {
        int pairs = 0;
        int frequent = 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] >= 0) continue;
            int lead = bytes[i] & 0xFF;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            if (lead == 0x80 || lead == 0xFF) return Score.BAD;
            if (trail >= 0x30 && trail <= 0x39) {
                if (i + 3 >= bytes.length || bytes[i + 2] >= 0 || (bytes[i + 3] & 0xF0) != 0x30) return Score.BAD;
                i += 3;
                continue;
            }
            if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return Score.BAD;
            pairs++;
            if (trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead >= 0xA1 && lead <= 0xA9)) frequent++;
            i++;
        }
        return new Score(0, pairs, frequent);
    }

    /// The bytes of everyday Hangul (B0 to C8) are everyday Chinese as well, which goes on to D7; the kana of EUC-JP
    /// are in both.
    private static TextKind chineseOrKorean(byte[] bytes, int start, int ansiCodePage) {
        int words = 0;
        int hangul = 0;
        int kana = 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] >= 0) continue;
            int lead = bytes[i] & 0xFF;
            if (lead >= 0xB0) words++;
            if (lead >= 0xB0 && lead <= 0xC8) hangul++;
            if (lead == 0xA4 || lead == 0xA5) kana++;
            i++;
        }
        if (kana * 3 > words + kana) return TextKind.OTHER;
        if (hangul * 10L < words * 9L) return TextKind.GBK;
        if (ansiCodePage == KOREAN) return TextKind.EUC_KR;
        if (ansiCodePage == SIMPLIFIED_CHINESE) return TextKind.GBK;
        return words >= ENOUGH && hangul == words ? TextKind.EUC_KR : TextKind.GBK;
    }

    private static Score big5(byte[] bytes, int start) {
        int pairs = 0;
        int frequent = 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] >= 0) continue;
            int lead = bytes[i] & 0xFF;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean pair = lead >= 0xA1 && lead <= 0xF9 && (trail >= 0x40 && trail <= 0x7E || trail >= 0xA1);
            if (!pair || trail == 0xFF) return Score.BAD;
            pairs++;
            if (lead <= 0xC6) frequent++;
            i++;
        }
        return new Score(0, pairs, frequent);
    }

    private static Score shiftJis(byte[] bytes, int start) {
        int pairs = 0;
        int frequent = 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] >= 0) continue;
            int lead = bytes[i] & 0xFF;
            // Katakana of half the width.
            if (lead >= 0xA1 && lead <= 0xDF) continue;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean pair = lead > 0x80 && lead < 0xFD && lead != 0xA0 && trail >= 0x40 && trail != 0x7F && trail < 0xFD;
            if (!pair) return Score.BAD;
            pairs++;
            if (lead <= 0x97 && lead != 0x85 && lead != 0x86) frequent++;
            i++;
        }
        return new Score(0, pairs, frequent);
    }
}
