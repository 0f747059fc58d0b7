package io.devdoctor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Listening sockets of `/proc/net/tcp` and `/proc/net/tcp6` of Linux: addresses in hexadecimal, each 32-bit word in
/// the byte order of the processor, which is little-endian wherever WSL runs; state `0A` listens.
public final class ListeningSockets {
    private static final Pattern ROW = Pattern.compile(
            "\\s*\\d+:\\s+([0-9A-Fa-f]{8}|[0-9A-Fa-f]{32}):([0-9A-Fa-f]{4})\\s+[0-9A-Fa-f]+:[0-9A-Fa-f]{4}\\s+0A\\s.*");
    private static final int HEX = 16;
    private static final String LOOPBACK_4 = "0100007F";
    /// 127.0.0.1 as a socket of IPv6 writes it, which is how Java binds it.
    private static final String LOOPBACK_MAPPED = "0000000000000000FFFF00000100007F";
    private static final String LOOPBACK_6 = "00000000000000000000000001000000";

    private ListeningSockets() {}

    /// @param local reachable as `localhost` or at every address, unlike a socket of one adapter alone
    public record Socket(int port, boolean local) {}

    /// Lines that are no rows are left out, as the headline and a row that was cut.
    public static List<Socket> parse(String text) {
        List<Socket> sockets = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                sockets.add(new Socket(Integer.parseInt(row.group(2), HEX), isLocal(row.group(1))));
            }
        }
        return List.copyOf(sockets);
    }

    private static boolean isLocal(String address) {
        return address.chars().allMatch(digit -> digit == '0')
                || address.equalsIgnoreCase(LOOPBACK_4)
                || address.equalsIgnoreCase(LOOPBACK_MAPPED)
                || address.equalsIgnoreCase(LOOPBACK_6);
    }
}
