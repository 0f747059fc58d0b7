package io.devdoctor.system.recorded;

import io.devdoctor.machine.Platform;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds a charset that carries given bytes exactly, so that a recording can hold them as text people can read.
final class Encodings {
    private final Set<Charset> candidates = new LinkedHashSet<>();

    Encodings(Platform platform) {
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(StandardCharsets.UTF_16LE);
        codePage(platform.oemCodePage()).ifPresent(candidates::add);
        codePage(platform.ansiCodePage()).ifPresent(candidates::add);
    }

    record Decoded(String text, Charset charset) {}

    Optional<Decoded> decode(byte[] bytes) {
        return candidates.stream().flatMap(charset -> exact(bytes, charset)).findFirst();
    }

    private static Stream<Decoded> exact(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            ByteBuffer back = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] same = Arrays.copyOfRange(back.array(), back.arrayOffset(), back.arrayOffset() + back.limit());
            return isReadable(text) && Arrays.equals(same, bytes)
                    ? Stream.of(new Decoded(text, charset))
                    : Stream.empty();
        } catch (CharacterCodingException e) {
            return Stream.empty();
        }
    }

    /// Any even number of bytes decodes as UTF-16; what people wrote has no NULs and hardly any control characters.
    private static boolean isReadable(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0x1B && c != '\f')
                && text.chars().noneMatch(c -> c == 0x7F || (c >= 0xE000 && c <= 0xF8FF));
    }

    private static Optional<Charset> codePage(int number) {
        if (number == 65001) return Optional.of(StandardCharsets.UTF_8);
        return Stream.of(
                        number == 936 ? "GBK" : "windows-" + number,
                        "x-windows-" + number,
                        "IBM" + number,
                        "IBM0" + number)
                .filter(Encodings::exists)
                .map(Charset::forName)
                .findFirst();
    }

    private static boolean exists(String name) {
        return Charset.isSupported(name);
    }
}
