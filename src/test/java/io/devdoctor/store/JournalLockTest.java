package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.store.JournalLock.Attempt;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLockTest {
    @TempDir
    Path folder;

    @Test
    void isHeldOnceInThisProcessWhoeverAsks() throws IOException {
        JournalLock lock = new JournalLock(folder);
        Attempt.Held held = (Attempt.Held) lock.tryAcquire();
        for (JournalLock other : List.of(lock, new JournalLock(folder))) {
            assertThat(other.tryAcquire())
                    .isInstanceOfSatisfying(
                            Attempt.Busy.class,
                            busy -> assertThat(busy.pid())
                                    .isEqualTo(ProcessHandle.current().pid()));
        }
        held.lease().close();
        held.lease().close();
        assertThat(new JournalLock(folder).tryAcquire()).isInstanceOf(Attempt.Held.class);
    }

    @Test
    void namesAnotherProcessAndIsFreedByItsDeath() throws Exception {
        Process child = holder();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            JournalLock lock = new JournalLock(folder);
            Attempt.Busy busy = (Attempt.Busy) lock.tryAcquire();
            assertThat(busy.pid()).isEqualTo(child.pid());
            assertThat(busy.started()).isEqualTo(child.info().startInstant().orElseThrow());
            child.destroyForcibly().waitFor();
            assertThat(lock.tryAcquire()).isInstanceOf(Attempt.Held.class);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void keepsOthersOutAlsoAfterASecondTryOfOurOwn() throws Exception {
        JournalLock lock = new JournalLock(folder);
        Attempt.Held held = (Attempt.Held) lock.tryAcquire();
        assertThat(new JournalLock(folder).tryAcquire()).isInstanceOf(Attempt.Busy.class);
        Process child = holder();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine())
                    .isEqualTo("busy " + ProcessHandle.current().pid());
        } finally {
            child.destroyForcibly();
            held.lease().close();
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Takes the lock, says so, and keeps it until it is killed or its input ends.
    static final class Holder {
        public static void main(String[] args) throws IOException {
            switch (new JournalLock(Path.of(args[0])).tryAcquire()) {
                case Attempt.Held _ -> System.out.println("held");
                case Attempt.Busy(long pid, var _) -> System.out.println("busy " + pid);
            }
            System.in.read();
        }
    }
}
