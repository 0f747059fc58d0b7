package io.devdoctor.privacy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// IPv4 and IPv6 addresses, told from version numbers, which look alike (WSL 2.6.3.0, kernel 6.6.87.2, Windows
/// 10.0.26100.1).
final class Addresses {
    private static final Pattern V4 = Pattern.compile(
            "(?=\\d)(?<![\\p{L}\\p{N}_.])(?<!\\p{L}-)(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\p{L}\\p{N}_]|\\.\\d|-[A-Za-z]|-\\d++(?!\\.\\d))");
    private static final Pattern V6 = Pattern.compile(
            "(?=[0-9A-Fa-f:])(?<![\\p{L}\\p{N}_.:-])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\\p{L}\\p{N}_:-]|\\.[0-9a-z])");
    // The labels of wsl --version and its kin in the languages Windows speaks; JSON members and headers that end so.
    private static final Pattern VERSION_BEFORE = Pattern.compile(
            "(?:versi[oóòõ]n?e?|versjon|versão|versio|version(?:en)?|wersja|verze|verzió|версия|версія|sürüm(?:ü)?|バージョン|버전|版本|kernel|内核|release|build"
                + "|agent|driver|WSLg?|MSRDC|Direct3D|DXCore|Windows|WindowsSubsystemForLinux)(?:[\\s\"'：:=_/(vV]|\\[){0,6}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?:://|@|\\[|addr(?:ess)?[\"' :=]{1,4}|\\bip[\"' :=]{1,4}|-> ?|->)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE_AFTER = Pattern.compile("^(?::\\d{1,5}\\b|/\\d{1,2}\\b|])");

    // w32tm repeats the time source's address in hex: "0x0A351501 (source IP: 10.53.21.1)".
    private static final Pattern REFERENCE_ID =
            Pattern.compile("0x([0-9A-Fa-f]{8})(?=[ \\u00a0]?[(（][^)\\r\\n]{0,40}\\bIP\\b)");

    private Addresses() {}

    static String apply(String text, Ledger ledger) {
        String decimal = text.contains("0x")
                ? Replacing.matches(REFERENCE_ID, text, 0, match -> reference(match, ledger))
                        .text()
                : text;
        String four = holds(decimal, '.', 3)
                ? Replacing.matches(V4, decimal, 0, match -> v4(match, decimal, ledger))
                        .text()
                : decimal;
        return !holds(four, ':', 2)
                ? four
                : Replacing.matches(V6, four, 0, match -> v6(match.group(), ledger))
                        .text();
    }

    private static boolean holds(String text, char sign, int least) {
        int seen = 0;
        for (int at = text.indexOf(sign); at >= 0 && seen < least; at = text.indexOf(sign, at + 1)) seen++;
        return seen == least;
    }

    private static String v4(MatchResult match, String text, Ledger ledger) {
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            octets[i] = Integer.parseInt(match.group(i + 1));
            if (octets[i] > 255) {
                return match.group();
            }
        }
        if (isKept(octets) || isVersion(octets, match, text) || ledger.isWellFormed() && isRange(match, text)) {
            return match.group();
        }
        return address(octets, ledger);
    }

    private static String address(int[] octets, Ledger ledger) {
        String network = octets[0] + "." + octets[1] + "." + octets[2];
        return ledger.useAddress(network + "." + octets[3], EnumSet.of(scope(octets)), network);
    }

    /// Four letters are no address but a clock's name, as VMTP is Hyper-V's: worth seeing.
    private static String reference(MatchResult match, Ledger ledger) {
        int[] octets = new int[4];
        boolean letters = true;
        for (int i = 0; i < 4; i++) {
            octets[i] = Integer.parseInt(match.group(1), 2 * i, 2 * i + 2, 16);
            letters &= octets[i] == 0 || (octets[i] >= 'A' && octets[i] <= 'Z');
        }
        return letters || isKept(octets) ? match.group() : address(octets, ledger);
    }

    /// Every machine has these; they tell nothing and explain much. 255.… is a mask.
    private static boolean isKept(int[] o) {
        return o[0] == 127
                || o[0] == 255
                || (o[0] == 0 && o[1] == 0 && o[2] == 0)
                || (o[0] == 172 && o[1] == 17)
                || (o[0] == 192 && o[1] == 168 && o[2] == 65)
                || (o[0] == 10 && o[1] == 255 && o[2] == 255 && o[3] == 254);
    }

    private static boolean isVersion(int[] octets, MatchResult match, String text) {
        String before = text.substring(Math.max(0, match.start() - 40), match.start());
        String after = text.substring(match.end(), Math.min(text.length(), match.end() + 8));
        if (PLACE_BEFORE.matcher(before).find() || PLACE_AFTER.matcher(after).find()) {
            return false;
        }
        return VERSION_BEFORE.matcher(before).find() || isVersionRange(octets);
    }

    /// The private ranges as such are nobody's.
    private static boolean isRange(MatchResult match, String text) {
        String range = text.substring(match.start(), Math.min(text.length(), match.end() + 3));
        return range.matches("(?:10\\.0\\.0\\.0/8|172\\.16\\.0\\.0/12|192\\.168\\.0\\.0/16)(?!\\d).?");
    }

    /// Unlabelled: releases of WSL (third-digit releases end in 0) and WSLg, and the kernels Microsoft ships for WSL.
    private static boolean isVersionRange(int[] o) {
        boolean wsl = o[0] <= 3 && o[3] == 0;
        boolean wslg = o[0] == 1 && o[1] == 0 && o[2] >= 10 && o[3] < 10;
        boolean four = o[0] == 4 && (o[1] == 4 || o[1] == 14 || o[1] == 19);
        boolean five = o[0] == 5 && (o[1] == 4 || o[1] == 10 || o[1] == 15);
        boolean six = o[0] == 6 && (o[1] == 1 || o[1] == 6 || o[1] == 12 || o[1] == 18);
        return wsl || wslg || ((four || five || six) && o[3] < 10);
    }

    private static Shape scope(int[] o) {
        if (o[0] == 10 || (o[0] == 172 && o[1] >= 16 && o[1] < 32) || (o[0] == 192 && o[1] == 168)) {
            return Shape.PRIVATE_ADDRESS;
        }
        if (o[0] == 100 && o[1] >= 64 && o[1] < 128) {
            return Shape.SHARED_ADDRESS;
        }
        if (o[0] == 169 && o[1] == 254) {
            return Shape.LINK_LOCAL;
        }
        return o[0] >= 224 && o[0] < 240 ? Shape.MULTICAST : Shape.PUBLIC_ADDRESS;
    }

    private static String v6(String address, Ledger ledger) {
        int gap = address.indexOf("::");
        boolean whole = gap < 0
                && address.chars().filter(c -> c == ':').count() == 7
                && !address.startsWith(":")
                && !address.endsWith(":");
        boolean shortened = gap >= 0
                && address.indexOf("::", gap + 1) < 0
                && address.chars().anyMatch(Character::isDigit);
        if ((!whole && !shortened) || address.equals("::1") || address.matches("[0:]+1?")) {
            return address;
        }
        String key = address.toLowerCase(Locale.ROOT);
        return ledger.useAddress(key, EnumSet.of(Shape.IPV6, scope(key)), network(key));
    }

    private static Shape scope(String key) {
        Matcher local = Pattern.compile("^(?:(fe[89ab].?)|(f[cd]..)|(ff..)):").matcher(key);
        if (!local.find()) {
            return Shape.PUBLIC_ADDRESS;
        }
        return local.group(1) != null
                ? Shape.LINK_LOCAL
                : local.group(2) != null ? Shape.PRIVATE_ADDRESS : Shape.MULTICAST;
    }

    /// The first four groups, those the gap stands for being 0.
    static String network(String key) {
        String[] halves = key.split("::", 2);
        StringBuilder network = new StringBuilder();
        String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
        int tail = halves.length < 2 || halves[1].isEmpty() ? 0 : halves[1].split(":").length;
        String[] back = tail == 0 ? new String[0] : halves[1].split(":");
        for (int i = 0; i < 4; i++) {
            int fromBack = i - (8 - tail);
            network.append(i < head.length ? head[i] : fromBack >= 0 && fromBack < tail ? back[fromBack] : "0")
                    .append(':');
        }
        return network.toString();
    }

    static boolean isAddress(String host) {
        return V4.matcher(host).matches() || host.indexOf(':') != host.lastIndexOf(':');
    }
}
