package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Source;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.docker.DockerJavaEngineApi;
import io.devdoctor.system.docker.EngineClients;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Objects of a real engine go one by one, and nothing else goes with them.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class RemovalEngineTest {
    private final String endpoint = String.valueOf(System.getenv("DEVDOCTOR_TEST_ENGINE"));
    private final EngineRoom room = new EngineRoom(EngineClients::open, endpoint);
    private final List<EngineChange> doomed = new ArrayList<>();

    @TempDir
    private Path temp;

    private Repairer repairer;

    @BeforeEach
    void anEmptyEngine() throws IOException {
        room.clear();
        Ports bare = Bench.ports(new Origin.Live());
        Ports ports = new Ports(
                bare.origin(),
                bare.platform(),
                bare.projects(),
                Instant::now,
                bare.registry(),
                bare.services(),
                bare.commands(),
                bare.files(),
                bare.repositories(),
                bare.environment(),
                bare.hardware(),
                bare.network(),
                bare.pipes(),
                bare.win32(),
                bare.wmi(),
                new DockerJavaEngineApi(EngineClients::open, Instant::now));
        Journal journal = new Journal(
                new DataFolder(temp.resolve("data")).create(), DiskCalls.REAL, io.devdoctor.disk.Crashpoint.NONE);
        repairer = new Repairer(
                ports, Bench.engineChanges(), new Reexamination(ports, List.of(), List.of(new Doomed())), journal);
    }

    @AfterEach
    void clean() throws IOException {
        room.clear();
    }

    @Test
    void oneDanglingImageGoesAndNoOther() throws IOException {
        String dangling = room.image("", "dangling");
        Set<String> others = Set.of(room.image("", "another dangling one"), room.image("kept", "kept"));
        doomed.add(new EngineChange.RemoveImage(dangling, "<none>", 8));

        assertThat(apply()).isInstanceOf(Outcome.Cured.class);
        assertThat(room.images()).isEqualTo(others);
        String entry = repairer.entries().getFirst().id();
        assertThat(repairer.undo(entry)).isEqualTo(new UndoOutcome.NothingToUndo(entry));
    }

    /// The preview lists one image; its nameless parent is not on the list.
    @Test
    void theNamelessParentOfAnImageStays() throws IOException {
        String parent = room.image("", "parent");
        String container = room.container(parent);
        String child = room.commit(container);
        room.remove(container);
        assertThat(room.images()).containsExactlyInAnyOrder(parent, child);
        doomed.add(new EngineChange.RemoveImage(child, "<none>", 8));
        assertThat(apply()).isInstanceOf(Outcome.Cured.class);
        assertThat(room.images()).containsExactly(parent);
    }

    @Test
    void anImageThatGotANameMeanwhileStays() throws IOException {
        String image = room.image("named-meanwhile", "wanted");
        doomed.add(new EngineChange.RemoveImage(image, "<none>", 8));
        assertThat(apply())
                .isInstanceOfSatisfying(
                        Outcome.ChangedMeanwhile.class,
                        changed -> assertThat(changed.conflicts())
                                .containsExactly(new Conflict.InEngine(image, "<none>", "named-meanwhile:latest")));
        assertThat(room.images()).containsExactly(image);
    }

    @Test
    void anImageThatAContainerUsesStays() throws IOException {
        String image = room.image("", "used");
        String container = room.container(image);
        doomed.add(new EngineChange.RemoveImage(image, "<none>", 4));
        assertThat(apply()).isInstanceOf(Outcome.Failed.class);
        assertThat(room.images()).containsExactly(image);

        doomed.set(0, new EngineChange.RemoveContainer(container, "stopped", 0));
        assertThat(apply()).isInstanceOf(Outcome.Cured.class);
        assertThat(room.containers()).isEmpty();
        assertThat(room.images()).containsExactly(image);
    }

    @Test
    void buildCacheGoesByIdInWhateverOrderItDependsOnEachOther() throws IOException {
        room.build("first:1", "one");
        Set<String> all = new TreeSet<>(room.cache());
        room.build("second:1", "two");
        Set<String> later = new TreeSet<>(room.cache());
        later.removeAll(all);
        later.forEach(id -> doomed.add(new EngineChange.RemoveBuildCache(id, "cache", 1)));
        assertThat(doomed).hasSizeGreaterThan(1);

        assertThat(apply()).isInstanceOf(Outcome.Cured.class);
        assertThat(room.cache()).isEqualTo(all);
        assertThat(room.images()).hasSize(2);
    }

    @Test
    void whatIsGoneAlreadyIsDone() throws IOException {
        room.build("kept:1", "kept");
        Set<String> cache = room.cache();
        doomed.add(new EngineChange.RemoveBuildCache("0123456789abcdefghijklmno", "cache", 1));
        doomed.add(new EngineChange.RemoveImage("sha256:" + "0".repeat(64), "<none>", 1));
        assertThat(apply()).isInstanceOf(Outcome.Cured.class);
        assertThat(room.cache()).isEqualTo(cache);
    }

    private Outcome apply() {
        List<Step> steps = doomed.stream()
                .<Step>map(change -> new Step.EngineCall(endpoint, change))
                .toList();
        Fix fix = Fix.of(
                "test.doomed/remove",
                Text.of("test.fix"),
                Set.of(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE),
                steps.toArray(Step[]::new));
        Finding finding = new Doomed().examine(Bench.emptyMachine()).getFirst();
        return repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {});
    }

    /// Warns as long as the engine still holds what is to go.
    private final class Doomed implements Check {
        @Override
        public CheckInfo info() {
            return new CheckInfo("test.doomed", Area.DOCKER, Set.of(), List.of());
        }

        @Override
        public List<Finding> examine(Machine machine) {
            try {
                Set<String> held = new TreeSet<>(room.images());
                held.addAll(room.cache());
                held.addAll(room.containers());
                boolean ill = doomed.stream().anyMatch(change -> held.contains(change.id()));
                Source source = new Source(Source.Kind.ENGINE, endpoint, machine.taken());
                return ill || machine.taken().equals(Instant.EPOCH)
                        ? List.of(warning(
                                Subject.endpoint(endpoint), "held", List.of(Evidence.of("test.what", held, source))))
                        : List.of(ok(Subject.endpoint(endpoint), "gone"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
