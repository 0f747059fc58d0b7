package io.devdoctor.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What the authors of a project say about findings, examined as a whole.
class ProjectMutesTest {
    private static final String ROOT = "C:\\src\\shop";
    private static final String LATEST = "dockerfile.base-image";
    private static final String ILL = "FROM alpine:latest AS one\nFROM node:latest\nCOPY --from=one /a /a\nUSER 1000\n";

    @Test
    void anEntryMutesUntilItsLastDay() throws RecordingException {
        Finding plain = find(Map.of("Dockerfile", ILL));
        assertThat(plain.isMuted()).isFalse();
        Finding muted = find(Map.of("Dockerfile", ILL, ".devdoctor.yml", entry("2026-11-20")));
        assertThat(muted.verdict()).isEqualTo(Verdict.OK);
        assertThat(muted.unmuted()).isEqualTo(plain);
        Muted how = muted.muted().orElseThrow();
        assertThat(how.reason()).isEqualTo("we pin by digest");
        assertThat(how.until()).contains(LocalDate.parse("2026-11-20"));
        assertThat(how.isByPerson()).isFalse();
        assertThat(how.words())
                .extracting(Muted.Word::by)
                .containsExactly(new Muted.By.ProjectFile(new Finding.Place(ROOT + "\\.devdoctor.yml", 2)));
        assertThat(find(Map.of("Dockerfile", ILL, ".devdoctor.yml", entry("2026-11-19"))))
                .isEqualTo(plain);
    }

    @Test
    void commentsMuteTheirOwnLinesAndWhatIsLeftSaysSo() throws RecordingException {
        String ignore = "# devdoctor:ignore " + LATEST + " tested daily\n";
        Finding partly = find(Map.of("Dockerfile", ignore + ILL));
        assertThat(partly.isMuted()).isFalse();
        assertThat(partly.places()).extracting(Finding.Place::line).containsExactly(3);
        assertThat(partly.evidence())
                .filteredOn(one -> one.what().key().equals("evidence.project.muted-by"))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).contains("tested daily"));
        Finding wholly = find(Map.of("Dockerfile", ignore + ILL.replace("FROM node", ignore + "FROM node")));
        assertThat(wholly.muted().orElseThrow().words()).containsExactly(comment(1), comment(3));
        assertThat(wholly.muted().orElseThrow().reason()).isEqualTo("tested daily");
        assertThat(wholly.evidence()).isNotEmpty();
    }

    @Test
    void theProofOfAFixHearsOfItAllTheSame() throws RecordingException {
        Map<String, String> files = Map.of("Dockerfile", ILL, ".devdoctor.yml", entry("2027-01-01"));
        Reexamination again = new Reexamination(ports(files), Probes.ALL, Checks.ALL);
        assertThat(again.of(Set.of(LATEST))).containsExactly(find(Map.of("Dockerfile", ILL)));
    }

    private static Muted.Word comment(int line) {
        Finding.Place at = new Finding.Place(ROOT + "\\Dockerfile", line);
        return new Muted.Word(new Muted.By.Comment(at), "tested daily", Optional.empty(), false);
    }

    private static String entry(String until) {
        return "mutes:\n  - check: dockerfile.*\n    reason: we pin by digest\n    until: " + until + "\n";
    }

    private static Finding find(Map<String, String> files) throws RecordingException {
        List<Finding> all = new Examination(ports(files), Probes.ALL, Checks.ALL)
                .only(check -> check.id().equals(LATEST))
                .run(_ -> {}, new Cancellation())
                .findings();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Ports ports(Map<String, String> files) throws RecordingException {
        Map<String, Object> recorded = new TreeMap<>();
        recorded.put(ROOT, Map.of("entries", files.keySet().stream().sorted().toList()));
        files.forEach((name, text) -> recorded.put(ROOT + "\\" + name, Map.of("text", text)));
        Map<String, Object> os = Map.of(
                "family",
                "windows",
                "version",
                "10.0.26100.2314",
                "locale",
                "en-US",
                "ansiCodePage",
                1252,
                "oemCodePage",
                437,
                "timeZone",
                "UTC",
                "user",
                "li",
                "home",
                "C:\\Users\\li");
        Map<String, Object> document = Map.of(
                "devdoctorRecording",
                1,
                "taken",
                "2026-11-20T08:00:00Z",
                "os",
                os,
                "projects",
                List.of(ROOT),
                "files",
                recorded);
        return RecordedPorts.open(
                JsonMapper.shared().writeValueAsString(document).getBytes(StandardCharsets.UTF_8), "shop");
    }
}
