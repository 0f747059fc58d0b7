package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.Taskbar;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class IdentifiedTest {
    private final CountDownLatch toolkit = new CountDownLatch(1);
    private final AtomicReference<String> told = new AtomicReference<>("nothing");

    private final class SlowTaskbar implements Taskbar {
        @Override
        public void identify() {
            try {
                toolkit.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            told.set("whose windows these are");
        }

        @Override
        public void mark(IntFunction<byte[]> pictures) {
            told.set("a picture of " + pictures.apply(20).length);
        }

        @Override
        public void giveWay() {
            throw new AssertionError("nobody waits");
        }
    }

    /// The toolkit may start meanwhile, but no window comes before the taskbar knows.
    @Test
    void isReadyWhenTheTaskbarKnows() {
        Identified frame = new Identified(new SlowTaskbar());
        assertThat(told).hasValue("nothing");
        toolkit.countDown();
        frame.ready();
        assertThat(told).hasValue("whose windows these are");
        frame.mark(byte[]::new);
        assertThat(told).hasValue("a picture of 20");
    }
}
