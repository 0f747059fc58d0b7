package io.devdoctor.system.windows;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The bytes of registry values, both ways. Type numbers are those of winnt.h.
final class RegistryData {
    private static final int REG_SZ = 1;
    private static final int REG_EXPAND_SZ = 2;
    private static final int REG_BINARY = 3;
    private static final int REG_DWORD = 4;
    private static final int REG_MULTI_SZ = 7;
    private static final int REG_QWORD = 11;

    private RegistryData() {}

    /// Data whose length does not fit its type is kept as it is, under the type's number.
    static RegistryValue decode(int type, byte[] data) {
        return switch (type) {
            case REG_SZ -> new RegistryValue.Text(text(data));
            case REG_EXPAND_SZ -> new RegistryValue.ExpandText(text(data));
            case REG_BINARY -> new RegistryValue.Binary(Bytes.of(data));
            case REG_DWORD -> dword(data);
            case REG_QWORD -> qword(data);
            case REG_MULTI_SZ -> new RegistryValue.MultiText(texts(data));
            default -> new RegistryValue.Other(type, Bytes.of(data));
        };
    }

    private static RegistryValue dword(byte[] data) {
        return data.length == Integer.BYTES
                ? new RegistryValue.Dword(Integer.toUnsignedLong(little(data).getInt()))
                : new RegistryValue.Other(REG_DWORD, Bytes.of(data));
    }

    private static RegistryValue qword(byte[] data) {
        return data.length == Long.BYTES
                ? new RegistryValue.Qword(little(data).getLong())
                : new RegistryValue.Other(REG_QWORD, Bytes.of(data));
    }

    static int type(RegistryValue value) {
        return switch (value) {
            case RegistryValue.Text _ -> REG_SZ;
            case RegistryValue.ExpandText _ -> REG_EXPAND_SZ;
            case RegistryValue.Binary _ -> REG_BINARY;
            case RegistryValue.Dword _ -> REG_DWORD;
            case RegistryValue.Qword _ -> REG_QWORD;
            case RegistryValue.MultiText _ -> REG_MULTI_SZ;
            case RegistryValue.Other other -> other.type();
        };
    }

    static byte[] encode(RegistryValue value) {
        return switch (value) {
            case RegistryValue.Text(String text) -> utf16(text + "\0");
            case RegistryValue.ExpandText(String text) -> utf16(text + "\0");
            case RegistryValue.Binary(Bytes bytes) -> bytes.toArray();
            case RegistryValue.Dword(long number) ->
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) number)
                        .array();
            case RegistryValue.Qword(long number) ->
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number)
                        .array();
            case RegistryValue.MultiText(List<String> texts) ->
                utf16(texts.isEmpty() ? "\0" : String.join("\0", texts) + "\0\0");
            case RegistryValue.Other other -> other.value().toArray();
        };
    }

    /// Up to the first NUL: the stored length may count none, one, or rubbish after it.
    private static String text(byte[] data) {
        String all = new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }

    private static List<String> texts(byte[] data) {
        String all = new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
        int end = all.indexOf("\0\0");
        String used = end < 0 ? all : all.substring(0, end);
        return Arrays.stream(used.split("\0")).filter(one -> !one.isEmpty()).toList();
    }

    private static ByteBuffer little(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
