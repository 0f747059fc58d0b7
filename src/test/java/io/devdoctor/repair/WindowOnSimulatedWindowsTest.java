package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.DesktopApp;
import io.devdoctor.desktop.DesktopServices;
import io.devdoctor.desktop.FakeSurroundings;
import io.devdoctor.desktop.Repairs;
import io.devdoctor.desktop.model.PendingState;
import io.devdoctor.desktop.model.PlanState;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.testing.sim.Illness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The models of the window over the real repairer and a simulated Windows: plan, apply, restart, proof, undo.
class WindowOnSimulatedWindowsTest {
    private final ExecutorService window =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private Clinic clinic;
    private Workbench bench;

    @TempDir
    private Path temp;

    @BeforeEach
    void open() throws Exception {
        clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        start();
    }

    /// What is kept in the background is there before its folder goes.
    @AfterEach
    void letHistoryRest() throws Exception {
        seen(bench.history().busy().asObject(), busy -> busy == 0);
    }

    /// A start of the app.
    private void start() throws Exception {
        DesktopServices services = new DesktopServices(
                new OneMachine(clinic.windows.ports()),
                Repairs.by(() -> clinic.repairer),
                (_, _, _) -> new byte[0],
                new HistoryStore(new DataFolder(temp.resolve("own")).create(), AtomicFile.onDisk()),
                new SettingsFile(new DataFolder(temp.resolve("own")).create(), AtomicFile.onDisk()),
                temp,
                "0");
        bench = onWindow(() -> DesktopApp.workbench(services, window, new FakeSurroundings()));
        act(() -> {
            bench.repairs().readJournal();
            bench.pending().settle();
            bench.examinations().examine(new Target.Live());
        });
        seen(bench.examinations().state(), run -> run.result().isPresent());
    }

    @Test
    void fixAllSafeThenRestartThenTakeBack() throws Exception {
        Map<String, String> before = clinic.windows.picture();
        assertThat(onWindow(() -> bench.plan().safe().get())).isEqualTo(3);

        act(bench.plan()::make);
        PlanState preview = plan(PlanState.Stage.PREVIEW);
        assertThat(preview.plan().findings()).hasSize(3);
        assertThat(clinic.windows.picture()).isEqualTo(before);

        act(bench.plan()::apply);
        PlanState ended = plan(PlanState.Stage.ENDED);
        assertThat(ended.count(How.PENDING)).isEqualTo(3);

        PendingState waiting =
                seen(bench.pending().state(), state -> !state.works().isEmpty());
        seen(bench.repairs().busy(), busy -> !busy);
        act(() -> bench.pending().ask(waiting.works().getFirst()));
        PendingState asking = seen(
                bench.pending().state(),
                state -> state.step()
                        .filter(PendingState.Step.Asking.class::isInstance)
                        .isPresent());
        PendingWork work = asking.works().getFirst();
        assertThat(work.stops().distros().known())
                .hasValueSatisfying(names -> assertThat(names).contains("Ubuntu-24.04"));
        act(() -> bench.pending().restart(work));
        PendingState settled =
                seen(bench.pending().state(), state -> !state.settled().isEmpty());
        assertThat(settled.settled())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Outcome.Cured.class));

        RunState healthier = seen(
                bench.examinations().state(), run -> run.result().isPresent() && !ill(run).contains("docker.memory"));
        assertThat(ill(healthier))
                .doesNotContain("wsl.config-syntax", "wsl.config-memory")
                .contains("wsl.distro-version");

        seen(bench.repairs().busy(), busy -> !busy);
        Entry entry = settled.settled().getFirst().entry();
        act(() -> bench.repairs().undo(entry));
        seen(
                bench.repairs().entries(),
                all -> all.stream()
                        .anyMatch(each -> each.id().equals(entry.id()) && each.state() == Entry.State.UNDONE));
        assertThat(clinic.windows.picture()).containsAllEntriesOf(files(before));
        seen(
                bench.examinations().state(),
                run -> run.result().isPresent()
                        && ill(run).containsAll(List.of("wsl.config-memory", "wsl.config-syntax")));
    }

    @Test
    void whatWasRestartedWhileTheAppWasClosedIsToldAtTheNextStart() throws Exception {
        assertThat(clinic.apply(clinic.allSafe()).count(How.PENDING)).isEqualTo(3);
        clinic.windows.restartWsl("Ubuntu-24.04");
        clinic.windows.restartDesktop();
        start();
        PendingState told =
                seen(bench.pending().state(), state -> !state.settled().isEmpty());
        assertThat(told.settled())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Outcome.Cured.class));
        seen(bench.repairs().entries(), all -> !all.isEmpty() && all.getFirst().state() == Entry.State.CURED);
    }

    private static Map<String, String> files(Map<String, String> picture) {
        return picture.entrySet().stream()
                .filter(each -> each.getKey().contains(".wslconfig"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> ill(RunState run) {
        return run.findings().stream()
                .filter(finding -> finding.verdict().isIllness())
                .map(Finding::check)
                .map(check -> check.id())
                .toList();
    }

    private PlanState plan(PlanState.Stage stage) throws Exception {
        return seen(
                        bench.plan().state(),
                        state -> state.filter(it -> it.stage() == stage).isPresent())
                .orElseThrow();
    }

    private void act(Runnable deed) throws Exception {
        onWindow(() -> {
            deed.run();
            return bench;
        });
    }

    private <T> T onWindow(Callable<T> work) throws Exception {
        return window.submit(work).get();
    }

    /// Waits until a property has such a value.
    private <T> T seen(ObservableValue<T> property, Predicate<T> wanted) throws Exception {
        CompletableFuture<T> seen = new CompletableFuture<>();
        Subscription watching = onWindow(() -> property.subscribe(value -> {
            if (wanted.test(value)) seen.complete(value);
        }));
        try {
            return seen.get(2, TimeUnit.MINUTES);
        } finally {
            act(watching::unsubscribe);
        }
    }
}
