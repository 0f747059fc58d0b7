package io.devdoctor.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/// How long one kind of read may take. The durations stand in the one table of thresholds
/// (`/io/devdoctor/thresholds.properties`, keys `budget.<name>`, milliseconds).
public enum Budget {
    WSL_LIST,
    WSL_IN_DISTRO,
    NETSH,
    W32TM,
    ENGINE_PING,
    ENGINE_VERSION,
    ENGINE_INFO,
    ENGINE_LIST,
    ENGINE_DISK_USAGE,
    HTTP,
    NTP,
    DNS,
    TCP,
    WMI,
    REGISTRY,
    SERVICE,
    FILE,
    /// All files of one project.
    PROJECT,
    /// The index of a repository, with some contents.
    GIT,
    /// One Dockerfile, checked by BuildKit, which may have to fetch data about its base images.
    BUILD_CHECK,
    /// All Dockerfiles; a further one is asked about only while there is time for its whole answer.
    BUILD_CHECKS,
    PIPE,
    HARDWARE;

    private static final Properties TABLE = load();

    public Duration duration() {
        String key = "budget." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        String value = TABLE.getProperty(key);
        if (value == null) throw new IllegalStateException("thresholds.properties lacks " + key);
        return Duration.ofMillis(Long.parseLong(value.strip()));
    }

    private static Properties load() {
        try (InputStream in = Budget.class.getResourceAsStream("/io/devdoctor/thresholds.properties")) {
            if (in == null) throw new IllegalStateException("thresholds.properties is missing");
            Properties table = new Properties();
            table.load(in);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
