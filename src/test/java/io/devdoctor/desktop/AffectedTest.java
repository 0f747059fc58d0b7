package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Affected;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom an effect meets, by name.
class AffectedTest {
    private static final Step SHUTDOWN = new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null);

    @Test
    void whatEndsWslNamesEveryDistributionAndContainerThatRuns() throws Exception {
        Fix fix = fix(Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS), SHUTDOWN);
        Machine starved = machine("starved-zh-cn");
        assertThat(names(fix, starved, Effect.STOPS_WSL))
                .hasValueSatisfying(all -> assertThat(all).contains("Ubuntu-24.04", "docker-desktop"));
        assertThat(names(fix, starved, Effect.STOPS_CONTAINERS))
                .hasValueSatisfying(all -> assertThat(all)
                        .contains("mall-gateway-1", "mall-mysql-1")
                        .doesNotContain("mall-search-1"));
    }

    @Test
    void whatCouldNotBeReadStaysUnread() throws Exception {
        Fix fix = fix(Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS), SHUTDOWN);
        assertThat(Affected.of(fix, machine("hung-wsl-en")))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.names()).isInstanceOf(Reading.Unknown.class));
    }

    @Test
    void whatEndsOneDistributionNamesIt() throws Exception {
        Fix fix = fix(
                Set.of(Effect.STOPS_DISTRO, Effect.STOPS_CONTAINERS),
                new Step.RunTool(Tool.WSL_TERMINATE, List.of("Debian"), null));
        Machine starved = machine("starved-zh-cn");
        assertThat(names(fix, starved, Effect.STOPS_DISTRO)).contains(List.of("Debian"));
        // Containers of Docker Desktop go on; of an engine inside Debian nothing is known.
        assertThat(names(fix, starved, Effect.STOPS_CONTAINERS)).isEmpty();
    }

    @Test
    void aRestartOfOneContainerNamesThatOne() throws Exception {
        Fix fix = fix(
                Set.of(Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                new Step.EngineCall(StarvedMachine.ENDPOINT, new EngineChange.RestartContainer("1f", "mall-web-1")));
        assertThat(names(fix, machine("starved-zh-cn"), Effect.STOPS_CONTAINERS))
                .contains(List.of("mall-web-1"));
    }

    @Test
    void whatWindowsAsksForIsNamedLineByLine() throws Exception {
        Fix fix = fix(
                Set.of(Effect.ADMIN, Effect.STOPS_DESKTOP),
                new Step.RunTool(Tool.WINNAT_STOP, List.of(), null),
                new Step.RunTool(Tool.WINNAT_START, List.of(), null));
        Machine starved = machine("starved-zh-cn");
        assertThat(names(fix, starved, Effect.ADMIN)).contains(List.of("net.exe stop winnat", "net.exe start winnat"));
        assertThat(names(fix, starved, Effect.STOPS_DESKTOP)).isEmpty();
    }

    private static Fix fix(Set<Effect> effects, Step... steps) {
        return Fix.of("test/fix", Text.of("app.name"), effects, steps);
    }

    private static Optional<List<String>> names(Fix fix, Machine machine, Effect effect) {
        List<Affected> all = Affected.of(fix, machine);
        assertThat(all).extracting(Affected::effect).containsExactlyInAnyOrderElementsOf(fix.effects());
        return all.stream()
                .filter(each -> each.effect() == effect)
                .findFirst()
                .orElseThrow()
                .names()
                .known();
    }

    private static Machine machine(String sample) throws Exception {
        return new FixtureMachines()
                .sample(sample)
                .run(_ -> {}, new Cancellation())
                .machine();
    }
}
