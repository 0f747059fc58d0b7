package io.devdoctor.testing;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.EngineApi.EngineReply;
import io.devdoctor.system.NetworkReach.HttpReply;
import io.devdoctor.system.NetworkReach.NtpReply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What can happen to the bytes of an answer on their way. The same seed damages them alike.
public enum Damage {
    CUT,
    /// One byte short of whole UTF-16 characters.
    ODD,
    NULS,
    FLIPPED,
    GARBAGE,
    EMPTY,
    HUGE,
    /// A byte order mark, and localized words in the encoding of another country.
    FOREIGN;

    private static final int LONG = 100_000;
    private static final String WORDS = "名称 状态 版本 – Ошибка ☃ \"%SystemRoot%\" $(x) \u202e\r\n";

    /// The same answer with damaged bytes; one without bytes is given back as it is.
    public Reading<?> to(Reading<?> answer, long seed) {
        Random random = new Random(seed);
        return answer instanceof Reading.Known<?>(Object value, var source)
                ? new Reading.Known<>(damaged(value, random), source)
                : answer;
    }

    private Object damaged(Object value, Random random) {
        return switch (value) {
            case CommandOutput output ->
                new CommandOutput(
                        output.exit(),
                        bytes(output.stdout(), random),
                        bytes(output.stderr(), random),
                        output.startedAt(),
                        output.took());
            case FileContent file -> new FileContent(file.path(), bytes(file.bytes(), random), file.modified());
            case EngineReply reply ->
                new EngineReply(
                        reply.status(), reply.headers(), bytes(reply.body(), random), reply.askedAt(), reply.took());
            case HttpReply reply ->
                new HttpReply(
                        reply.status(),
                        reply.headers(),
                        bytes(reply.body(), random),
                        reply.took(),
                        reply.certificates());
            case NtpReply reply -> new NtpReply(bytes(reply.packet(), random), reply.sentAt(), reply.roundTrip());
            case RegistryKey key -> new RegistryKey(key.path(), values(key.values(), random), key.subkeys());
            default -> value;
        };
    }

    private Map<String, RegistryValue> values(Map<String, RegistryValue> values, Random random) {
        Map<String, RegistryValue> damaged = new TreeMap<>();
        values.forEach((name, value) -> damaged.put(name, value(value, random)));
        return damaged;
    }

    private RegistryValue value(RegistryValue value, Random random) {
        return switch (value) {
            case RegistryValue.Text(String text) -> new RegistryValue.Text(text(text, random));
            case RegistryValue.ExpandText(String text) -> new RegistryValue.ExpandText(text(text, random));
            case RegistryValue.MultiText(List<String> texts) ->
                new RegistryValue.MultiText(
                        texts.stream().map(text -> text(text, random)).toList());
            case RegistryValue.Binary(Bytes bytes) -> new RegistryValue.Binary(bytes(bytes, random));
            case RegistryValue.Dword _ -> new RegistryValue.Dword(Integer.toUnsignedLong(random.nextInt()));
            case RegistryValue.Qword _ -> new RegistryValue.Qword(random.nextLong());
            case RegistryValue.Other other -> other;
        };
    }

    private String text(String text, Random random) {
        Bytes wide = Bytes.of(text.getBytes(StandardCharsets.UTF_16LE));
        return new String(bytes(wide, random).toArray(), StandardCharsets.UTF_16LE);
    }

    private Bytes bytes(Bytes real, Random random) {
        byte[] bytes = real.toArray();
        return Bytes.of(
                switch (this) {
                    case CUT -> Arrays.copyOf(bytes, bytes.length == 0 ? 0 : random.nextInt(bytes.length));
                    case ODD -> Arrays.copyOf(bytes, Math.max(0, bytes.length - 1 - bytes.length % 2));
                    case NULS -> spoilt(bytes, random, 0);
                    case FLIPPED -> spoilt(bytes, random, 1 + random.nextInt(255));
                    case GARBAGE -> noise(random, 1 + random.nextInt(500));
                    case EMPTY -> new byte[0];
                    case HUGE -> repeated(bytes);
                    case FOREIGN -> foreign(bytes);
                });
    }

    private static byte[] spoilt(byte[] bytes, Random random, int flip) {
        byte[] spoilt = bytes.clone();
        for (int i = 0; i < spoilt.length; i++) {
            if (random.nextInt(10) == 0) spoilt[i] = flip == 0 ? 0 : (byte) (spoilt[i] ^ flip);
        }
        return spoilt;
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] repeated(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(LONG);
        while (bytes.length > 0 && all.size() < LONG) all.writeBytes(bytes);
        return all.toByteArray();
    }

    private static byte[] foreign(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        all.writeBytes(WORDS.getBytes(java.nio.charset.Charset.forName("GB18030")));
        all.writeBytes(bytes);
        return all.toByteArray();
    }
}
