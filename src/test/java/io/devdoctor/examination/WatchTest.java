package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Watch.Look;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Time is what the test says: ticks come by hand, and findings are what it wrote down.
class WatchTest {
    private static final CheckInfo INFO = new CheckInfo("host.disk-space", Area.HOST, Set.of(), List.of());

    private final List<Look> looks = new ArrayList<>();
    private final List<String> ticking = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T04:00:00Z");
    private List<Finding> found = List.of(drive("C:", Verdict.OK));
    private Runnable tick = () -> {};
    private final Watch watch = new Watch(this::machine, (interval, next) -> {
        ticking.add("every " + interval);
        tick = next;
        return () -> ticking.add("end");
    });

    private static Finding drive(String name, Verdict verdict) {
        Source source = new Source(Source.Kind.DERIVED, "test", Instant.EPOCH);
        return new Finding(
                INFO,
                Subject.of(Subject.Kind.VOLUME, name),
                verdict,
                Certainty.CERTAIN,
                Text.of("check.host.disk-space.low.title"),
                Text.of("check.host.disk-space.low"),
                List.of(Evidence.of("evidence.host.memory-total", "1", source)),
                List.of(),
                List.of());
    }

    private Examination machine() {
        String recording = """
            { "devdoctorRecording": 1, "taken": "%s", "os": { "family": "windows", "version": "10.0.26100",
              "locale": "en-US", "ansiCodePage": 1252, "oemCodePage": 437, "timeZone": "UTC", "user": "li",
              "home": "C:\\\\Users\\\\li" } }\
            """.formatted(now);
        try {
            Ports ports = RecordedPorts.open(recording.getBytes(StandardCharsets.UTF_8), "watched");
            return new Examination(ports, List.of(), List.of(new Check() {
                @Override
                public CheckInfo info() {
                    return INFO;
                }

                @Override
                public List<Finding> examine(Machine machine) {
                    return found;
                }
            }));
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> look(Finding... seen) {
        found = List.of(seen);
        now = now.plus(Duration.ofMinutes(5));
        tick.run();
        return looks.getLast().news().stream()
                .map(news -> (news.better() ? "better " : "worse ")
                        + news.finding().subject().name() + " "
                        + news.finding().verdict())
                .toList();
    }

    private void begin() {
        watch.begin(Duration.ofMinutes(5), looks::add);
    }

    @Test
    void tellsOnlyWhatHasChanged() {
        begin();
        assertThat(look(drive("C:", Verdict.WARNING))).as("the first look").isEmpty();
        assertThat(looks.getLast().worst()).isEqualTo(Verdict.WARNING);
        assertThat(look(drive("C:", Verdict.WARNING))).isEmpty();
        assertThat(look(drive("C:", Verdict.PROBLEM))).containsExactly("worse C: PROBLEM");
        assertThat(look(drive("C:", Verdict.PROBLEM))).isEmpty();
        assertThat(look(drive("C:", Verdict.WARNING))).as("less bad").isEmpty();
        assertThat(look(drive("C:", Verdict.OK))).containsExactly("better C: OK");
        assertThat(looks.getLast().worst()).isEqualTo(Verdict.OK);
        assertThat(look(drive("C:", Verdict.OK))).isEmpty();
    }

    @Test
    void tellsOncePerHourWhatComesAndGoes() {
        begin();
        look(drive("C:", Verdict.OK));
        assertThat(look(drive("C:", Verdict.WARNING))).containsExactly("worse C: WARNING");
        look(drive("C:", Verdict.OK));
        assertThat(look(drive("C:", Verdict.WARNING))).isEmpty();
        look(drive("C:", Verdict.OK));
        assertThat(look(drive("C:", Verdict.PROBLEM)))
                .as("worse than what was told")
                .containsExactly("worse C: PROBLEM");
        look(drive("C:", Verdict.OK));
        now = now.plus(WatchMemory.QUIET);
        assertThat(look(drive("C:", Verdict.WARNING))).containsExactly("worse C: WARNING");
    }

    @Test
    void takesUnreadForNeitherBetterNorWorse() {
        begin();
        look(drive("C:", Verdict.OK));
        look(drive("C:", Verdict.PROBLEM));
        assertThat(look(drive("C:", Verdict.UNKNOWN))).isEmpty();
        assertThat(look(drive("C:", Verdict.PROBLEM))).isEmpty();
        assertThat(look(drive("C:", Verdict.OK))).containsExactly("better C: OK");
    }

    @Test
    void tellsEachThingForItself() {
        begin();
        look(drive("C:", Verdict.PROBLEM), drive("D:", Verdict.OK));
        assertThat(look(drive("C:", Verdict.PROBLEM), drive("D:", Verdict.WARNING)))
                .containsExactly("worse D: WARNING");
        assertThat(look(drive("C:", Verdict.PROBLEM))).as("unplugged").containsExactly("better D: WARNING");
    }

    @Test
    void isSilentOnceItHasEnded() {
        begin();
        look(drive("C:", Verdict.OK));
        Runnable last = tick;
        watch.end();
        last.run();
        assertThat(looks).hasSize(1);
        assertThat(ticking).containsExactly("every PT5M", "end");
    }

    @Test
    void beginsAnewAtAnotherInterval() {
        begin();
        look(drive("C:", Verdict.OK));
        watch.begin(Duration.ofMinutes(15), looks::add);
        assertThat(ticking).containsExactly("every PT5M", "end", "every PT15M");
        assertThat(look(drive("C:", Verdict.PROBLEM)))
                .as("the first look again")
                .isEmpty();
    }
}
