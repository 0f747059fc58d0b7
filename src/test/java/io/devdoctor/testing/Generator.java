package io.devdoctor.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Generated inputs from a seed. [#check] names the seed of a failing round; `-Ddevdoctor.seed=N` runs that one alone.
public final class Generator {
    private final Random random;

    private Generator(long seed) {
        this.random = new Random(seed);
    }

    /// Runs `property` on `rounds` generators of different seeds.
    public static void check(int rounds, Consumer<Generator> property) {
        Long only = Long.getLong("devdoctor.seed");
        long first = only == null ? 1 : only;
        for (long seed = first; seed < first + (only == null ? rounds : 1); seed++) {
            try {
                property.accept(new Generator(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Ddevdoctor.seed=" + seed + ": " + e, e);
            }
        }
    }

    /// 0 to `bound` - 1.
    public int number(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(number(values.size()));
    }

    /// Any bytes, at most `longest`.
    public byte[] bytes(int longest) {
        byte[] bytes = new byte[number(longest + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Pieces put together at random, now and then broken by a random byte, so that parsers get past their first
    /// character.
    public byte[] bytesOf(List<String> pieces, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = number(most + 1); i > 0; i--) {
            if (number(20) == 0) {
                out.write(number(256));
            } else {
                out.writeBytes(oneOf(pieces).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
