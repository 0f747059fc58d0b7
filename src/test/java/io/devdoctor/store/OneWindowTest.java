package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.store.OneWindow.Claim;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {
    @TempDir
    Path folder;

    private DataFolder data;
    private final BlockingQueue<Optional<String>> asked = new ArrayBlockingQueue<>(10);

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
    }

    private static Claim claim(DataFolder data, Optional<Path> open) {
        return OneWindow.claim(data, open, () -> {});
    }

    private OneWindow claimed() {
        return switch (claim(data, Optional.empty())) {
            case Claim.First(OneWindow window) -> window;
            case Claim.HandedOver _ -> throw new AssertionError("handed over to nobody");
            case Claim.Unsure(String why) -> throw new AssertionError(why);
        };
    }

    @Test
    void handsOverToTheFirst() throws Exception {
        Path recording = folder.resolve("机器 一.devdoctor");
        try (OneWindow first = claimed()) {
            first.listen(asked::add);
            assertThat(claim(data, Optional.of(recording))).isEqualTo(new Claim.HandedOver());
            assertThat(asked.poll(20, TimeUnit.SECONDS)).contains(recording.toString());
            assertThat(claim(data, Optional.empty())).isEqualTo(new Claim.HandedOver());
            assertThat(asked.poll(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    /// Windows lets nobody come forward whom the one with the focus did not let through.
    @Test
    void givesWayOnceAndBeforeTheFirstIsAsked() throws Exception {
        BlockingQueue<String> order = new ArrayBlockingQueue<>(10);
        try (OneWindow first = claimed()) {
            first.listen(_ -> order.add("asked"));
            assertThat(OneWindow.claim(data, Optional.empty(), () -> order.add("gave way")))
                    .isEqualTo(new Claim.HandedOver());
            assertThat(order).containsExactly("gave way", "asked");
        }
    }

    @Test
    void waitsForAFirstThatIsStillOpeningItsWindow() throws Exception {
        try (OneWindow first = claimed()) {
            Thread second = Thread.ofVirtual().start(() -> claim(data, Optional.empty()));
            first.listen(asked::add);
            assertThat(asked.poll(20, TimeUnit.SECONDS)).isEmpty();
            second.join();
        }
    }

    @Test
    void makesRoomForTheNextWhenItEnds() {
        claimed().close();
        try (OneWindow next = claimed()) {
            assertThat(next).isNotNull();
            assertThat(data.root().resolve("window.sock")).exists();
        }
        assertThat(data.root().resolve("window.sock")).doesNotExist();
    }

    /// Killed, a process leaves its socket; nobody listens there, and its lock is free.
    @Test
    void takesOverWhatADeadOneLeft() throws Exception {
        ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        dead.bind(UnixDomainSocketAddress.of(data.root().resolve("window.sock")));
        dead.close();
        assertThat(data.root().resolve("window.sock")).exists();
        try (OneWindow window = claimed()) {
            window.listen(asked::add);
            assertThat(claim(data, Optional.empty())).isEqualTo(new Claim.HandedOver());
        }
    }

    @Test
    void outlivesACallerThatSpeaksNonsense() throws Exception {
        try (OneWindow window = claimed()) {
            window.listen(asked::add);
            try (SocketChannel caller =
                    SocketChannel.open(UnixDomainSocketAddress.of(data.root().resolve("window.sock")))) {
                caller.write(ByteBuffer.wrap("%%%\n".getBytes(StandardCharsets.UTF_8)));
                assertThat(caller.read(ByteBuffer.allocate(9))).isEqualTo(-1);
            }
            assertThat(claim(data, Optional.empty())).isEqualTo(new Claim.HandedOver());
            assertThat(asked.poll(20, TimeUnit.SECONDS)).isEmpty();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void opensAWindowOfItsOwnWhereNobodyCanTell() throws Exception {
        Files.createDirectory(data.root().resolve("window.lock"));
        assertThat(claim(data, Optional.empty())).isInstanceOf(Claim.Unsure.class);
    }

    @Test
    void opensAWindowOfItsOwnWhereThePathIsTooLongForASocket() throws Exception {
        DataFolder deep = new DataFolder(folder.resolve("x".repeat(120))).create();
        assertThat(claim(deep, Optional.empty())).isInstanceOf(Claim.Unsure.class);
    }
}
