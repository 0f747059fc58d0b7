package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Security.WinsockProvider;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Registry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The Winsock protocols of 64-bit programs, WSL among them. An entry's `PackedCatalogItem` is the ANSI path of the DLL
/// in 260 bytes, then WSAPROTOCOL_INFOW.
final class WinsockCatalog {
    static final String KEY =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters\\Protocol_Catalog9\\Catalog_Entries64";
    private static final int AT_ONCE = 8;
    private static final int PATH = 260;
    /// Four service flags, the provider flags, the provider's GUID and the number of the entry come before it.
    private static final int CHAIN = PATH + 40;

    private static final int NAME = PATH + 116;
    private static final int NAME_CHARACTERS = 256;
    private static final int SIZE = NAME + 2 * NAME_CHARACTERS;

    private final Registry registry;
    private final Charset ansi;

    WinsockCatalog(Registry registry, Charset ansi) {
        this.registry = registry;
        this.ansi = ansi;
    }

    Reading<List<WinsockProvider>> read() {
        return registry.key(KEY).flatMap((key, source) -> {
            List<WinsockProvider> providers = new ArrayList<>();
            for (Reading<WinsockProvider> read : each(key.subkeys(), AT_ONCE, name -> entry(KEY + "\\" + name))) {
                switch (read) {
                    case Reading.Known<WinsockProvider>(WinsockProvider provider, Source _) -> providers.add(provider);
                    case Reading.Absent<WinsockProvider>(Source place) -> {
                        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no PackedCatalogItem", place);
                    }
                    case Reading.Unknown<WinsockProvider> unknown -> {
                        return unknown.withoutValue();
                    }
                    case Reading.NotApplicable<WinsockProvider> elsewhere -> {
                        return elsewhere.withoutValue();
                    }
                }
            }
            return new Reading.Known<>(List.copyOf(providers), source);
        });
    }

    private Reading<WinsockProvider> entry(String path) {
        Reading<RegistryKey> key = registry.key(path);
        return key.flatMap((values, source) -> switch (values.values().get("PackedCatalogItem")) {
            case RegistryValue.Binary(var bytes)
            when bytes.size() >= SIZE -> new Reading.Known<>(unpack(bytes.toArray(), source), source);
            case null -> new Reading.Absent<>(source.at(" : PackedCatalogItem"));
            case RegistryValue value ->
                new Reading.Unknown<>(
                        Reading.Cause.UNREADABLE, "PackedCatalogItem: " + value.typeName() + ", cut or wrong", source);
        });
    }

    // unverified on Windows: PackedCatalogItem of a layer
    private WinsockProvider unpack(byte[] item, Source source) {
        String name = new String(item, NAME, 2 * NAME_CHARACTERS, StandardCharsets.UTF_16LE);
        long chain = Integer.toUnsignedLong(
                ByteBuffer.wrap(item).order(ByteOrder.LITTLE_ENDIAN).getInt(CHAIN));
        return new WinsockProvider(upToNul(name), upToNul(new String(item, 0, PATH, ansi)), chain, source);
    }

    private static String upToNul(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
