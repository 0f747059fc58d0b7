package io.devdoctor.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of what DevDoctor itself did: `logs/devdoctor.log`, 1 MB, the five before it kept as `devdoctor.1.log` …
/// Nothing goes to the console. Every line, stack traces included, passes the given mask first.
public final class OwnLog {
    private static final long MAX_BYTES = 1_000_000;
    private static final int KEPT = 5;

    /// Where the log goes.
    public sealed interface Started {
        record ToFile(Path file) implements Started {}

        /// The folder cannot be written: nothing is logged, and this is the one time it is said.
        record Nowhere(Path file, String why) implements Started {}
    }

    private OwnLog() {}

    /// Sets up logging of the whole process.
    public static Started start(DataFolder data, UnaryOperator<String> mask) {
        return start((LoggerContext) LoggerFactory.getILoggerFactory(), data, mask, MAX_BYTES);
    }

    static Started start(LoggerContext context, DataFolder data, UnaryOperator<String> mask, long maxBytes) {
        Path file = data.logs().resolve("devdoctor.log");
        context.reset(); // drops logback's own default, which prints DEBUG to the console
        quiet(context);
        try {
            writable(file);
        } catch (IOException e) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
            return new Started.Nowhere(file, e.toString());
        }
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(context, file, mask, maxBytes));
        return new Started.ToFile(file);
    }

    private static void quiet(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger("com.github.dockerjava").setLevel(Level.WARN); // tells every retry at INFO
        context.getLogger("oshi").setLevel(Level.WARN);
    }

    /// logback itself would only note the failure in its status list.
    private static void writable(Path file) throws IOException {
        // data folder / logs / file
        new OwnFiles(file.resolve("../..").normalize(), AtomicFile.onDisk())
                .open(file)
                .close();
    }

    private static RollingFileAppender<ILoggingEvent> appender(
            LoggerContext context, Path file, UnaryOperator<String> mask, long maxBytes) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>() {
            @Override
            public void openFile(String name) throws IOException {
                // After rolling too: logback itself would make the next file with the rights of the process.
                writable(file);
                super.openFile(name);
            }
        };
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, mask));
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file.resolveSibling("devdoctor.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(KEPT);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(maxBytes));
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context, UnaryOperator<String> mask) {
        PatternLayout layout = new PatternLayout() {
            @Override
            public String doLayout(ILoggingEvent event) {
                return mask.apply(super.doLayout(event));
            }
        };
        layout.setContext(context);
        layout.setPattern("%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} %-5level [%thread] %logger{36} - %msg%n%ex");
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
