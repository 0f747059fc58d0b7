package io.devdoctor.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network of IPv4 as people write it, `172.29.96.0/20`; a single address is one of 32 bits.
///
/// @param first the first address as an unsigned number, bits of hosts cleared
/// @param bits  0 to 32
public record Subnet(long first, int bits) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
    private static final int LENGTH = 32;
    private static final int BYTE = 256;

    public Subnet {
        if (bits < 0 || bits > LENGTH) throw new IllegalArgumentException("prefix of " + bits);
        first = first & mask(bits);
    }

    /// Empty where the text is no IPv4 network.
    public static Optional<Subnet> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) return Optional.empty();
        long address = 0;
        for (int part = 1; part <= 4; part++) {
            int value = Integer.parseInt(written.group(part));
            if (value >= BYTE) return Optional.empty();
            address = address * BYTE + value;
        }
        int bits = written.group(5) == null ? LENGTH : Integer.parseInt(written.group(5));
        return bits > LENGTH ? Optional.empty() : Optional.of(new Subnet(address, bits));
    }

    public boolean contains(Subnet other) {
        return bits <= other.bits && (other.first & mask(bits)) == first;
    }

    public boolean overlaps(Subnet other) {
        return contains(other) || other.contains(this);
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : 0xFFFF_FFFFL << (LENGTH - bits) & 0xFFFF_FFFFL;
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d/%d"
                .formatted(first >> 24 & 0xFF, first >> 16 & 0xFF, first >> 8 & 0xFF, first & 0xFF, bits);
    }
}
