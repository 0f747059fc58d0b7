package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.store.JournalLock.Attempt;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                            busy -> assertThat(busy.holder().orElseThrow().pid())
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
            JournalLock.Holder holder = busy.holder().orElseThrow();
            assertThat(holder.pid()).isEqualTo(child.pid());
            assertThat(holder.started()).isEqualTo(child.info().startInstant().orElseThrow());
            assertThat(holder.since()).isBetween(holder.started(), Instant.now());
            assertThat(holder.who()).isEqualTo("HOLDER");
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

    /// The file of a process that died says nothing about who holds the lock now; nor does one whose number another
    /// process has by now.
    @Test
    void aFileLeftByTheDeadIsNeverBelieved() throws Exception {
        Process child = holder();
        String left;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            left = Files.readString(folder.resolve("lock.holder"));
        } finally {
            child.destroyForcibly().waitFor();
        }
        Process next = holder();
        try (BufferedReader out = next.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            JournalLock lock = new JournalLock(folder);
            Files.writeString(folder.resolve("lock.holder"), left);
            assertThat(lock.tryAcquire()).isEqualTo(new Attempt.Busy(Optional.empty()));
            Files.writeString(folder.resolve("lock.holder"), left.replace("" + child.pid(), "" + next.pid()));
            assertThat(lock.tryAcquire()).isEqualTo(new Attempt.Busy(Optional.empty()));
            Files.writeString(folder.resolve("lock.holder"), "{\"pid\":");
            assertThat(lock.tryAcquire()).isEqualTo(new Attempt.Busy(Optional.empty()));
        } finally {
            next.destroyForcibly().waitFor();
        }
        assertThat(new JournalLock(folder).tryAcquire()).isInstanceOf(Attempt.Held.class);
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
            switch (new JournalLock(Path.of(args[0])).tryAcquire("HOLDER")) {
                case Attempt.Held _ -> System.out.println("held");
                case Attempt.Busy(var holder) ->
                    System.out.println("busy " + holder.orElseThrow().pid());
            }
            System.in.read();
        }
    }
}
