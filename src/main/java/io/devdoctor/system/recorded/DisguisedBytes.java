package io.devdoctor.system.recorded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.devdoctor.privacy.Identity;
import io.devdoctor.privacy.Pseudonyms;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Stars out what tells whose machine it was in bytes that are no text. Nothing moves, since such values tell the
/// lengths of their parts.
final class DisguisedBytes {
    private static final int STRATUM = 1;
    private static final int REFERENCE = 12;
    private static final Charset GBK = Charset.forName("GBK");

    private final Pseudonyms pseudonyms;
    private final List<byte[]> names;

    DisguisedBytes(Pseudonyms pseudonyms, Identity identity) {
        this.pseudonyms = pseudonyms;
        // Names outside of ASCII are not seen in another encoding's letters.
        this.names = Stream.of(identity.user(), identity.host())
                .filter(name -> name.chars().anyMatch(c -> c > 126))
                .flatMap(name -> Stream.of(UTF_8, GBK, UTF_16LE).map(name::getBytes))
                .toList();
    }

    byte[] of(byte[] raw) {
        byte[] seen = raw.clone();
        for (byte[] name : names) star(seen, name);
        byte[] wide = UTF_16LE.newEncoder().canEncode(new String(seen, UTF_16LE)) && isWide(seen)
                ? starred(seen, UTF_16LE, 0)
                : seen;
        byte[] odd = isWide(wide) && wide.length > 1 ? starred(wide, UTF_16LE, 1) : wide;
        byte[] narrow = starred(odd, ISO_8859_1, 0);
        String between = new String(narrow, ISO_8859_1).replace("\0", "");
        if (pseudonyms.apply(between).equals(between)) return narrow;
        byte[] nothing = new byte[raw.length];
        Arrays.fill(nothing, (byte) '*');
        return nothing;
    }

    private static boolean isWide(byte[] bytes) {
        for (byte one : bytes) if (one == 0) return true;
        return false;
    }

    private byte[] starred(byte[] bytes, Charset charset, int skip) {
        int end = charset.equals(UTF_16LE) ? skip + (bytes.length - skip) / 2 * 2 : bytes.length;
        String before = new String(bytes, skip, end - skip, charset);
        String after = pseudonyms.apply(before);
        if (after.equals(before)) return bytes;
        int first = 0;
        int most = Math.min(before.length(), after.length());
        while (first < most && before.charAt(first) == after.charAt(first)) first++;
        int behind = 0;
        while (behind < most - first
                && before.charAt(before.length() - 1 - behind) == after.charAt(after.length() - 1 - behind)) behind++;
        String stars = "*".repeat(before.length() - first - behind);
        byte[] middle = stars.getBytes(charset);
        byte[] result = bytes.clone();
        int width = charset.equals(UTF_16LE) ? 2 : 1;
        System.arraycopy(middle, 0, result, skip + first * width, middle.length);
        return result;
    }

    private static void star(byte[] bytes, byte[] name) {
        for (int i = 0; i + name.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                Arrays.fill(bytes, i, i + name.length, (byte) '*');
            }
        }
    }

    /// A time server names the server that it asks itself, by its address.
    String timeReply(String base64) {
        byte[] packet = Base64.getDecoder().decode(base64);
        if (packet.length < REFERENCE + 4 || packet[STRATUM] < 2) return base64;
        String address = (packet[REFERENCE] & 0xFF) + "." + (packet[REFERENCE + 1] & 0xFF) + "."
                + (packet[REFERENCE + 2] & 0xFF) + "." + (packet[REFERENCE + 3] & 0xFF);
        String[] other = pseudonyms
                .apply("ntp://" + address)
                .substring("ntp://".length())
                .split("\\.");
        for (int i = 0; i < 4; i++) packet[REFERENCE + i] = (byte) Integer.parseInt(other[i]);
        return Base64.getEncoder().encodeToString(packet);
    }
}
