package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemainingTest {
    private static final Step.RunTool STOP = new Step.RunTool(Tool.DESKTOP_STOP, List.of(), null);
    private static final Step START = new Step.RunTool(Tool.DESKTOP_START, List.of(), STOP);
    private static final Step SHUTDOWN =
            new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null));
    private static final Step EDIT = new Step.EditFile("C:\\a", null, Bytes.of("a".getBytes(StandardCharsets.UTF_8)));
    private static final Step WINNAT =
            new Step.RunTool(Tool.WINNAT_STOP, List.of(), new Step.RunTool(Tool.WINNAT_START, List.of(), null));

    private static Entry entry(Set<Effect> effects, Progress progress, Step... steps) {
        Finding.Key key = new Finding.Key("docker.running", Subject.MACHINE);
        return new Entry(
                "20261120T080000000Z-a",
                Instant.EPOCH,
                Asker.DESKTOP,
                "docker.running/start",
                List.of(new Entry.Cure(key, Verdict.WARNING, Text.of("a"), "docker.running/start")),
                Text.of("a"),
                effects,
                TakesEffect.NOW,
                Arrays.stream(steps).map(step -> new Entry.Done(step, progress)).toList(),
                Entry.State.UNFINISHED,
                "",
                List.of());
    }

    private static Set<Effect> toTakeBack(Set<Effect> effects, Step... back) {
        Entry entry = entry(effects, Progress.DONE, back);
        UndoPlan plan = new UndoPlan(entry, List.of(back), List.of(), List.of(), Optional.empty(), Optional.empty());
        return Remaining.toTakeBack(plan).map(Fix::effects).orElseThrow();
    }

    @Test
    void takingBackASafeStartStopsWhatWasStarted() {
        assertThat(toTakeBack(Set.of(), START))
                .containsExactlyInAnyOrder(Effect.STOPS_DESKTOP, Effect.STOPS_CONTAINERS);
    }

    @Test
    void takingBackEndsWslAndAsksForRightsWhereItsStepsDo() {
        assertThat(toTakeBack(Set.of(), SHUTDOWN, WINNAT))
                .containsExactlyInAnyOrder(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS, Effect.ADMIN);
    }

    @Test
    void takingBackAnEditStopsNothingWhateverTheFixStopped() {
        assertThat(toTakeBack(Set.of(Effect.STOPS_WSL, Effect.CHANGES_MEANING), EDIT))
                .isEmpty();
    }

    @Test
    void completingHasTheEffectsOfWhatIsLeft() {
        Set<Effect> whole = Set.of(Effect.STOPS_WSL, Effect.ADMIN, Effect.CHANGES_MEANING);
        assertThat(Remaining.toComplete(entry(whole, Progress.PLANNED, EDIT)).map(Fix::effects))
                .contains(Set.of(Effect.CHANGES_MEANING));
        assertThat(Remaining.toComplete(entry(Set.of(), Progress.STARTED, SHUTDOWN))
                        .map(Fix::effects))
                .contains(Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS));
        assertThat(Remaining.toComplete(entry(whole, Progress.DONE, SHUTDOWN))).isEmpty();
    }
}
