package io.devdoctor.testing;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One class at a time asks the real engine, also where tests run in several JVMs: what one of them makes there,
/// another
/// would find.
public final class EngineAlone implements BeforeAllCallback {
    private static final Path LOCK = Path.of("target", "engine.lock");

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Files.createDirectories(LOCK.getParent());
        FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        context.getStore(ExtensionContext.Namespace.create(EngineAlone.class)).put("lock", (AutoCloseable) () -> {
            lock.release();
            channel.close();
        });
    }
}
