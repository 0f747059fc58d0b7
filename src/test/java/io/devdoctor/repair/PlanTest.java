package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Preview;
import io.devdoctor.testing.sim.Illness;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fix all safe on the simulated Windows.
class PlanTest {
    private static final String WSLCONFIG = "C:\\Users\\li\\.wslconfig";

    @TempDir
    private Path temp;

    @Test
    void show() throws Exception {
        Clinic clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        Plan plan = clinic.allSafe();
        Messages messages = Messages.of(Language.ENGLISH);
        for (Treatment t : plan.treatments()) {
            IO.println(messages.say(t.fix().title()) + " " + t.fix().takesEffect() + " <- "
                    + t.findings().stream().map(Finding::key).toList());
            Preview.of(t.fix()).parts().forEach(IO::println);
        }
        plan.skipped().forEach(s -> IO.println(s.finding().key() + " " + messages.say(s.words())));
        Map<String, String> before = clinic.windows.picture();
        PlanOutcome outcome = clinic.apply(plan);
        outcome.results().forEach(r -> IO.println(r.finding().key() + " " + r.how() + " " + messages.say(r.words())));
        assertThat(before).isNotNull();
    }
}
