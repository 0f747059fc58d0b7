package io.devdoctor.report;

import static io.devdoctor.report.SickMachine.evidence;
import static io.devdoctor.report.SickMachine.finding;
import static io.devdoctor.report.SickMachine.info;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.text.Language;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void aFindingHangsBeneathTheNearestOfItsCauses() {
        assertThat(outline(
                        ill("host.a"),
                        ill("wsl.b", "host.a"),
                        ill("docker.c", "host.a", "wsl.b"),
                        ill("docker.d", "host.a")))
                .isEqualTo("host.a(wsl.b(docker.c()) docker.d())");
    }

    @Test
    void whatHasNoCauseStandsForItself() {
        assertThat(outline(ill("host.a"), ill("wsl.b", "host.z"))).isEqualTo("host.a() wsl.b()");
    }

    @Test
    void aCircleLosesNothing() {
        assertThat(outline(ill("host.a", "wsl.b"), ill("wsl.b", "host.a"), ill("clock.c", "wsl.b")))
                .isEqualTo("host.a(wsl.b(clock.c()))");
    }

    @Test
    void equalFindingsBothStay() {
        assertThat(outline(ill("host.a"), ill("wsl.b", "host.a"), ill("wsl.b", "host.a")))
                .isEqualTo("host.a(wsl.b() wsl.b())");
    }

    private static Finding ill(String id, String... causes) {
        CheckInfo.Cause[] edges = List.of(causes).stream().map(CheckInfo::any).toArray(CheckInfo.Cause[]::new);
        return finding(info(id, Area.HOST, edges), Subject.MACHINE, Verdict.PROBLEM, id, evidence("x", "y", "z"));
    }

    private static String outline(Finding... findings) {
        SickMachine machine = new SickMachine();
        List.of(findings).forEach(machine::add);
        ReportOptions options = new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "1");
        return words(Diagnoses.of(machine.result(), options, UnaryOperator.identity())
                .branches());
    }

    private static String words(List<Diagnosis.Branch> branches) {
        return String.join(
                " ",
                branches.stream()
                        .map(branch -> branch.item().check() + "(" + words(branch.consequences()) + ")")
                        .toList());
    }
}
