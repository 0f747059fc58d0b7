package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Part;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.Ports;
import io.devdoctor.system.docker.EngineClients;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.testing.OtherEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Cleaning up a real engine deletes exactly what the preview lists: nothing that is named, nothing that came since.
/// Sizes are magnified on their way, so that small things are worth a finding.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class DiskUsageEngineTest {
    private static final Pattern SIZE = Pattern.compile("\"(Size|SizeRw)\":([1-9]\\d{0,8})\\b");
    private static final Set<Part<?>> PARTS = Set.of(
            Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.DISK_USAGE, Part.WSL, Part.WSL_DISKS);
    private static final List<Check> CHECKS = Checks.ALL.stream()
            .filter(check -> check.info().id().equals("docker.disk-usage"))
            .toList();

    private final String endpoint = String.valueOf(System.getenv("DEVDOCTOR_TEST_ENGINE"));
    private final EngineRoom room = new EngineRoom(EngineClients::open, endpoint);
    private final List<Probe<?>> probes = Probes.with(new ProbeOptions(Optional.of(endpoint), List.of())).stream()
            .filter(probe -> PARTS.contains(probe.part()))
            .toList();
    private final Ports ports = magnified(PosixPorts.live());

    @TempDir
    private Path folder;

    private Repairer repairer;

    @BeforeEach
    void anEmptyEngine() throws IOException {
        room.clear();
        Journal journal = new Journal(new DataFolder(folder.resolve("data")).create(), DiskCalls.REAL, Crashpoint.NONE);
        repairer = new Repairer(ports, Bench.engineChanges(), new Reexamination(ports, probes, CHECKS), journal);
    }

    @AfterEach
    void clean() throws IOException {
        room.clear();
    }

    @Test
    void exactlyWhatIsListedGoes() throws IOException {
        String dangling = room.image("", "dangling".repeat(1000));
        String kept = room.image("kept", "kept".repeat(1000));
        String stopped = room.container(kept);
        room.build("built:1", "one");
        Set<String> cache = new TreeSet<>(room.cache());
        room.volume("devdoctor-kept");
        Finding finding = finding();
        Fix fix = fix(finding, "docker.disk-usage/clean-up");
        assertThat(fix.effects()).containsExactlyInAnyOrder(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE);
        assertThat(ids(fix))
                .contains(dangling)
                .isSubsetOf(union(cache, dangling))
                .doesNotContain(kept, stopped);

        String later = room.image("", "came later".repeat(1000));
        String laterStopped = room.container(kept);
        room.build("later:1", "two");
        Set<String> laterCache = new TreeSet<>(room.cache());
        laterCache.removeAll(cache);
        repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {});

        assertThat(room.images()).contains(kept, later).doesNotContain(dangling);
        assertThat(room.containers()).containsExactlyInAnyOrder(stopped, laterStopped);
        assertThat(room.cache()).containsAll(laterCache);
        assertThat(room.volumes()).contains("devdoctor-kept");
    }

    /// What a stopped container wrote goes with it; whatever else stays, and what stopped since stays as well.
    @Test
    void stoppedContainersGoWithTheirListAndNothingElse() throws IOException {
        String kept = room.image("kept", "kept".repeat(1000));
        String stopped = room.container(kept);
        room.write(stopped, "written".repeat(1000));
        room.volume("devdoctor-kept");
        Finding finding = finding();
        Fix fix = fix(finding, "docker.disk-usage/clean-up-all");
        assertThat(fix.effects()).containsExactlyInAnyOrder(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE);
        assertThat(ids(fix)).containsExactly(stopped);

        String later = room.container(kept);
        room.write(later, "later".repeat(1000));
        assertThat(repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {}))
                .as("another one has something to remove meanwhile")
                .isInstanceOf(Outcome.NotCured.class);
        assertThat(room.containers()).containsExactly(later);
        assertThat(room.images()).contains(kept);
        assertThat(room.volumes()).contains("devdoctor-kept");

        room.remove(later);
        assertThat(new Examination(ports, probes, CHECKS)
                        .run(_ -> {}, new Cancellation())
                        .findings())
                .allMatch(found -> found.fixes().isEmpty());
    }

    private Finding finding() {
        return new Examination(ports, probes, CHECKS)
                .run(_ -> {}, new Cancellation()).findings().stream()
                        .filter(found -> !found.fixes().isEmpty())
                        .findFirst()
                        .orElseThrow();
    }

    private static Fix fix(Finding finding, String id) {
        return finding.fixes().stream()
                .filter(fix -> fix.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(Fix fix) {
        return fix.steps().stream()
                .map(step -> ((Step.EngineCall) step).change().id())
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> ids, String one) {
        Set<String> all = new TreeSet<>(ids);
        all.add(one);
        return all;
    }

    private static Ports magnified(Ports live) {
        EngineApi engine = live.engine();
        return OtherEngine.of(
                live,
                (at, path, budget) -> engine.get(at, path, budget)
                        .map(reply -> path.endsWith("/system/df") ? magnified(reply) : reply));
    }

    private static EngineApi.EngineReply magnified(EngineApi.EngineReply reply) {
        String body = new String(reply.body().toArray(), StandardCharsets.UTF_8);
        byte[] larger = SIZE.matcher(body).replaceAll("\"$1\":$2000000").getBytes(StandardCharsets.UTF_8);
        return new EngineApi.EngineReply(
                reply.status(), reply.headers(), Bytes.of(larger), reply.askedAt(), reply.took());
    }
}
