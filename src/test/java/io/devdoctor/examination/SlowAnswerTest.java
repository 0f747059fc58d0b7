package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.QueriesInFlight;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Questions that wait for their answer can be seen from outside.
class SlowAnswerTest {
    @Test
    void aQuestionIsSeenUntilItIsAnswered() throws InterruptedException {
        QueriesInFlight seen = new QueriesInFlight(2);
        assertThat(seen.oldest()).isEmpty();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Thread asking = Thread.startVirtualThread(() -> seen.askPatiently("wsl.exe", Budget.WSL_LIST, () -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new Reading.Absent<String>(new Source(Source.Kind.COMMAND, "wsl.exe", Instant.EPOCH));
        }));
        asked.await();
        assertThat(seen.oldest()).hasValueSatisfying(query -> {
            assertThat(query.whom()).isEqualTo("wsl.exe");
            assertThat(query.limit()).isEqualTo(Budget.WSL_LIST.duration().multipliedBy(2));
        });
        answer.countDown();
        asking.join();
        assertThat(seen.oldest()).isEmpty();
    }

    @Test
    void aFailedQuestionIsOverToo() {
        QueriesInFlight seen = new QueriesInFlight(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> seen.ask("netsh.exe", Budget.NETSH, () -> {
                    throw new IllegalStateException("broken");
                })))
                .hasMessage("broken");
        assertThat(seen.oldest()).isEmpty();
    }
}
