package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.EngineChanges;
import io.devdoctor.system.change.FileChanges;
import io.devdoctor.system.change.NoRegistry;
import io.devdoctor.system.change.NoTools;
import io.devdoctor.system.change.ToolRuns;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a fix stops runs again, whatever else of it fails, and a start of Windows is told without its clock.
class StartAgainTest {
    private final List<String> ran = new ArrayList<>();

    @TempDir
    private Path temp;

    @Test
    void dockerDesktopIsStartedAgainWhenTheShutdownOfWslFails() throws Exception {
        assertThat(apply("--shutdown")).isInstanceOf(Outcome.Failed.class);
        assertThat(ran)
                .containsExactly("docker.exe desktop stop", "wsl.exe --shutdown", "docker.exe desktop start --detach");
    }

    @Test
    void aStopThatFailedMayHaveStopped() throws Exception {
        assertThat(apply("stop")).isInstanceOf(Outcome.Failed.class);
        assertThat(ran).containsExactly("docker.exe desktop stop", "docker.exe desktop start --detach");
    }

    @Test
    void nothingIsStartedTwiceWhereAllGoesWell() throws Exception {
        apply("nothing");
        assertThat(ran)
                .containsExactly("docker.exe desktop stop", "wsl.exe --shutdown", "docker.exe desktop start --detach");
    }

    private Outcome apply(String fails) throws Exception {
        Bench bench = new Bench(temp).ill();
        ToolRuns tools = (line, _) -> {
            ran.add(String.join(" ", line));
            return new ToolRuns.Exited(line.contains(fails) ? 1 : 0, Bytes.EMPTY, Bytes.EMPTY);
        };
        Changes changes = new Changes(
                Bench.unused(FileChanges.class),
                new NoRegistry(),
                tools,
                new NoTools(),
                Bench.unused(EngineChanges.class),
                _ -> new ChangeResult.Done("opened"));
        Patience none = new Patience(java.time.Duration.ZERO, java.time.Duration.ZERO);
        Finding finding = bench.finding();
        Fix fix = Fix.of(
                "test.file/restart",
                Text.of("test.fix"),
                Set.of(Effect.STOPS_WSL, Effect.STOPS_DESKTOP, Effect.NOT_REVERSIBLE),
                run(Tool.DESKTOP_STOP),
                run(Tool.WSL_SHUTDOWN),
                run(Tool.DESKTOP_START));
        return new Repairer(bench.ports, changes, bench.again(), bench.journal, none)
                .apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {});
    }

    private static Step run(Tool tool) {
        return new Step.RunTool(tool, List.of(), null);
    }

    /// The clock may be set by hours; the time since the start stays true.
    @Test
    void aStartOfWindowsIsToldByItsCounterAndTheTimeSince() {
        assertThat(new Boot(8, 600).isAfter(new Boot(7, 7200))).isTrue();
        assertThat(new Boot(8, 9000).isAfter(new Boot(7, 7200))).isTrue();
        assertThat(new Boot(7, 30_000).isAfter(new Boot(7, 7200))).isFalse();
        assertThat(new Boot(-1, 600).isAfter(new Boot(-1, 7200))).isTrue();
        assertThat(new Boot(-1, 9000).isAfter(new Boot(-1, 7200))).isFalse();
        assertThat(Boot.UNKNOWN.isAfter(new Boot(7, 7200))).isFalse();
        assertThat(new Boot(8, 600).isAfter(Boot.UNKNOWN)).isFalse();
    }
}
