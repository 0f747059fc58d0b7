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
        for (PendingWork work : clinic.repairer.pendingWork()) {
            IO.println(messages.say(work.how().title()) + " " + work.how().effects() + " " + work.stops());
            Preview.of(work.how()).parts().forEach(IO::println);
            var done = clinic.repairer.restart(work, Consent.to(work.how(), Asker.DESKTOP), _ -> {});
            IO.println(done);
        }
        clinic.examine().stream()
                .filter(f -> f.verdict().isIllness())
                .forEach(f -> IO.println(f.key() + " " + f.verdict() + messages.say(f.title())));
        IO.println("--- one by one");
        for (int i = 0; i < 12; i++) {
            var next = clinic.examine().stream()
                    .filter(f -> f.verdict().isIllness())
                    .filter(f -> f.fixes().stream().anyMatch(x -> !x.isManual()))
                    .findFirst();
            if (next.isEmpty()) break;
            var fix = next.get().fixes().stream()
                    .filter(x -> !x.isManual())
                    .findFirst()
                    .get();
            IO.println(fix.id() + " "
                    + clinic.repairer
                            .apply(next.get(), fix, Consent.to(fix, Asker.DESKTOP), _ -> {})
                            .getClass());
        }
        for (PendingWork work : clinic.repairer.pendingWork()) {
            IO.println(clinic.repairer.restart(work, Consent.to(work.how(), Asker.DESKTOP), _ -> {}));
        }
        clinic.windows.startContainer("mall-search-1");
        clinic.examine().stream()
                .filter(f -> f.verdict().rank() > 2)
                .forEach(f -> IO.println(f.key() + " " + f.verdict() + messages.say(f.title()) + f.evidence()));
    }
}
