package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The proxies of Windows itself: of the user (WinINET) and of services (WinHTTP).
record WindowsProxies(Ports system, ProxyServers servers) {
    private static final String SETTINGS = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String POLICY =
            "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String WINHTTP =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections";
    private static final String VALUE = "WinHttpSettings";
    private static final int FLAGS_AT = 8;
    private static final int MANUAL = 2;
    private static final int LENGTH_AT = 12;
    private static final int TEXT_AT = 16;

    /// Policy ProxySettingsPerUser = 0 makes the values of the computer count. Whoever is given a script follows it
    /// first.
    Reading<Setting> winInet() {
        Reading<Long> perUser = KeyFacts.number(system.registry().key(POLICY), "ProxySettingsPerUser");
        if (perUser instanceof Reading.Unknown<Long>) return perUser.withoutValue();
        String hive = perUser.known().filter(value -> value == 0).isPresent() ? "HKLM" : "HKCU";
        Reading<RegistryKey> key = system.registry().key(hive + SETTINGS);
        Reading<String> script = KeyFacts.orWhenAbsent(KeyFacts.text(key, "AutoConfigURL"), "");
        String bypass = KeyFacts.detail(KeyFacts.text(key, "ProxyOverride"), "");
        if (!(script instanceof Reading.Known<String>(String address, Source at))) return script.withoutValue();
        return KeyFacts.orWhenAbsent(KeyFacts.number(key, "ProxyEnable"), 0L).flatMap((on, source) -> {
            Reading<String> server = on == 0
                    ? new Reading.Known<>("", source)
                    : KeyFacts.orWhenAbsent(KeyFacts.text(key, "ProxyServer"), "");
            return server.flatMap((text, from) -> servers.several(text, address, bypass, text.isBlank() ? at : from));
        });
    }

    /// A head of three numbers, flags at 8; then the length of the server's text and the text.
    Reading<Setting> winHttp() {
        return system.registry().key(WINHTTP).flatMap((key, source) -> {
            Source place = source.at(" : " + VALUE);
            RegistryValue value = key.values().get(VALUE);
            if (value == null) return new Reading.Absent<>(place);
            return value instanceof RegistryValue.Binary(Bytes bytes)
                    ? winHttp(ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN), place)
                    : cut(value.typeName() + ", not REG_BINARY", place);
        });
    }

    private Reading<Setting> winHttp(ByteBuffer data, Source place) {
        if (data.limit() < TEXT_AT) return cut(data.limit() + " bytes", place);
        if ((data.getInt(FLAGS_AT) & MANUAL) == 0) return new Reading.Absent<>(place);
        int length = data.getInt(LENGTH_AT);
        if (length < 0 || length > data.limit() - TEXT_AT) return cut(data.limit() + " bytes", place);
        byte[] text = new byte[length];
        data.get(TEXT_AT, text);
        return servers.several(new String(text, StandardCharsets.ISO_8859_1), "", "", place);
    }

    private static Reading<Setting> cut(String detail, Source place) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, detail, place);
    }
}
