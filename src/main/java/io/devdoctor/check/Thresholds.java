package io.devdoctor.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Properties;

/// The numbers by which checks judge, from the one dated table `/io/devdoctor/thresholds.properties`.
public final class Thresholds {
    private static final Properties TABLE = load();

    private Thresholds() {}

    /// A whole number.
    public static long number(String key) {
        return Long.parseLong(text(key));
    }

    public static double share(String key) {
        return Double.parseDouble(text(key));
    }

    public static Duration seconds(String key) {
        return Duration.ofSeconds(number(key));
    }

    /// Bytes of a key in MiB.
    public static long mebibytes(String key) {
        return number(key) << 20;
    }

    /// Bytes of a key in GiB.
    public static long gibibytes(String key) {
        return number(key) << 30;
    }

    /// Memory advised for the virtual machine: half the host, at least 4 GB, leaving Windows at least 4 GB; whole GB.
    ///
    /// @param host bytes of the host; the firmware keeps a part, so whole gigabytes are compared
    /// @return bytes; empty where the computer has not enough for both
    public static OptionalLong advisedMemory(long host) {
        long gigabyte = 1L << 30;
        long whole = Math.round((double) host / gigabyte) * gigabyte;
        long least = mebibytes("memory.advised-least-mib");
        if (whole < least + mebibytes("memory.windows-keeps-mib")) return OptionalLong.empty();
        long half = (long) (whole * share("memory.advised-share-of-host"));
        return OptionalLong.of(Math.max(half / gigabyte * gigabyte, least));
    }

    /// The same, and more where the containers may take more, as far as Windows keeps its part.
    ///
    /// @param limits what the limits of the running containers add up to; the engine itself needs a little as well
    public static OptionalLong advisedMemory(long host, long limits) {
        OptionalLong usual = advisedMemory(host);
        if (usual.isEmpty() || limits <= 0) return usual;
        long gigabyte = 1L << 30;
        long needed = Math.ceilDiv(limits + mebibytes("memory.engine-takes-mib"), gigabyte) * gigabyte;
        long most = Math.round((double) host / gigabyte) * gigabyte - mebibytes("memory.windows-keeps-mib");
        return OptionalLong.of(Math.max(usual.getAsLong(), Math.min(needed, most)));
    }

    /// Processors advised for the virtual machine: half the logical ones, at least two, never more than there are.
    public static int advisedProcessors(int logical) {
        long wanted =
                Math.max((long) (logical * share("processors.advised-share")), number("processors.advised-least"));
        return (int) Math.min(wanted, logical);
    }

    private static String text(String key) {
        String value = TABLE.getProperty(key);
        if (value == null) throw new IllegalStateException("thresholds.properties lacks " + key);
        return value.strip();
    }

    private static Properties load() {
        try (InputStream in = Thresholds.class.getResourceAsStream("/io/devdoctor/thresholds.properties")) {
            if (in == null) throw new IllegalStateException("thresholds.properties is missing");
            Properties table = new Properties();
            table.load(in);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
