package io.devdoctor.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Names for recordings: a program reads them as it would read the thing. Private addresses keep their network's kind
/// and stay within the subnets that hold them; public ones come from the blocks that are reserved for documents.
final class StandIns implements Naming {
    private static final String[] DOCUMENT_NETWORKS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private final Map<String, Integer> networks = new HashMap<>();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final int turn;

    /// @param random decides how private addresses are turned, anew for each document
    StandIns(RandomGenerator random) {
        this.turn = random.nextInt();
    }

    @Override
    public boolean isWellFormed() {
        return true;
    }

    @Override
    public String name(Kind kind, int number, String key) {
        String label = kind.label() + "-" + number;
        return switch (kind) {
            case USER -> user(number, key);
            case HOST, PATH, ENVIRONMENT -> label;
            case REGISTRY -> label + ".example" + port(key);
            case EMAIL -> label + "@example.invalid";
            case CERTIFICATE -> "CN=" + label;
            case IP -> key.indexOf(':') >= 0 ? v6(key) : v4(key);
        };
    }

    /// Blanks, apostrophes and letters outside of ASCII in a person's name break programs: worth seeing.
    private static String user(int number, String key) {
        String label = key.chars().anyMatch(c -> c > 126) ? "ér" : "er";
        return "us" + (key.indexOf('\'') >= 0 ? "'" : "") + label + (key.indexOf(' ') >= 0 ? " " : "-") + number;
    }

    private static String port(String key) {
        int colon = key.lastIndexOf(':');
        return colon < 0 ? "" : key.substring(colon);
    }

    /// One bit pattern for a whole range moves every subnet in it as one.
    private String v4(String key) {
        String[] parts = key.split("\\.");
        int[] o = new int[4];
        for (int i = 0; i < 4; i++) o[i] = Integer.parseInt(parts[i]);
        if (o[0] == 10) o[1] ^= bits(0, 8);
        else if (o[0] == 172 && o[1] >= 16 && o[1] < 32) within(o, 1, 17, bits(8, 4));
        else if (o[0] == 192 && o[1] == 168) within(o, 2, 65, bits(12, 8));
        else if (o[0] == 100 && o[1] >= 64 && o[1] < 128) o[1] ^= bits(20, 6);
        else if (o[0] == 169 && o[1] == 254 || o[0] == 198 && (o[1] & ~1) == 18 || o[0] >= 224) o[2] ^= bits(4, 8);
        else return document(o[0] + "." + o[1] + "." + o[2], key);
        return o[0] + "." + o[1] + "." + o[2] + "." + o[3];
    }

    /// Everything but one network that keeps its address: what would land on it moves within its own.
    private static void within(int[] octets, int at, int kept, int bits) {
        if ((octets[at] ^ bits) == kept) octets[at + 1] ^= bits;
        else octets[at] ^= bits;
    }

    /// Never nothing.
    private int bits(int from, int count) {
        int bits = turn >>> from & (1 << count) - 1;
        return bits == 0 ? 1 : bits;
    }

    private String document(String network, String key) {
        int net = ordinal(networks, network);
        int host = ordinal(hosts, key) % 254 + 1;
        return net < DOCUMENT_NETWORKS.length
                ? DOCUMENT_NETWORKS[net] + host
                : "203.0." + (114 + net) % 256 + "." + host;
    }

    private String v6(String key) {
        String host = key.endsWith("::") ? "" : Integer.toHexString(ordinal(hosts, key) + 1);
        if (key.startsWith("fe")) return "fe80::" + host;
        if (key.startsWith("ff")) return "ff0e::" + host;
        String range = key.startsWith("fc") || key.startsWith("fd") ? "fd00:0:0:" : "2001:db8:0:";
        return range + Integer.toHexString(ordinal(networks, Addresses.network(key)) + 1) + "::" + host;
    }

    private static int ordinal(Map<String, Integer> known, String key) {
        int next = known.size();
        return known.computeIfAbsent(key, _ -> next);
    }
}
