package io.devdoctor.check.network;

import io.devdoctor.format.ListeningSockets;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslAnswer.Live;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TCP ports on which programs inside WSL listen for `localhost`, as far as running distributions tell. All
/// distributions share one network, so that each sees the ports of all.
public final class GuestPorts {
    private static final List<String> TABLES = List.of("/proc/net/tcp", "/proc/net/tcp6");

    private GuestPorts() {}

    /// By port: the table that told, and the only running distribution or "WSL".
    public static Map<Integer, Reading.Known<String>> of(Machine machine) {
        Map<String, Live> live =
                new TreeMap<>(machine.wslAnswer().known().map(WslAnswer::live).orElse(Map.of()));
        String name = live.size() == 1 ? live.keySet().iterator().next() : "WSL";
        Map<Integer, Reading.Known<String>> ports = new TreeMap<>();
        for (Live distro : live.values()) {
            for (String table : TABLES) {
                if (!(distro.text(table) instanceof Reading.Known<String>(String text, var source))) continue;
                ListeningSockets.parse(text).stream()
                        .filter(ListeningSockets.Socket::local)
                        .forEach(socket -> ports.putIfAbsent(socket.port(), new Reading.Known<>(name, source)));
            }
        }
        return ports;
    }

    /// By running distribution: the table that it did not show.
    static Map<String, Reading.Unknown<String>> unread(Machine machine) {
        Map<String, Reading.Unknown<String>> unread = new TreeMap<>();
        machine.wslAnswer()
                .known()
                .map(WslAnswer::live)
                .orElse(Map.of())
                .forEach((distro, live) -> TABLES.stream().map(live::text).forEach(table -> {
                    if (table instanceof Reading.Unknown<String> unknown) unread.putIfAbsent(distro, unknown);
                }));
        return unread;
    }
}
