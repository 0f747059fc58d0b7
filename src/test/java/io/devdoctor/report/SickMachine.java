package io.devdoctor.report;

import static io.devdoctor.testing.Facts.NOW;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.HostFacts;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An examined machine made by hand: one cause with two consequences, one finding of each other verdict, and whatever a
/// test adds. Its texts are no keys of a bundle and are therefore shown as they stand.
final class SickMachine {
    static final String ENDPOINT = "npipe:////./pipe/docker_engine";
    private final List<Finding> findings = new ArrayList<>();

    static SickMachine ill() {
        return new SickMachine()
                .add(memory())
                .add(outOfMemory())
                .add(restarting())
                .add(clock())
                .add(distro())
                .add(info())
                .add(finding(info("host.memory", Area.HOST), Subject.MACHINE, Verdict.OK, "16 GB of memory"))
                .add(finding(
                        info("network.reserved-ports", Area.NETWORK), Subject.MACHINE, Verdict.NOT_APPLICABLE, "none"));
    }

    SickMachine add(Finding finding) {
        findings.add(finding);
        return this;
    }

    ExaminationResult result() {
        Machine machine = Facts.windows().with(Part.HOST, new HostFacts().host());
        return new ExaminationResult(
                new Origin.Replay("starved.devdoctor", ""),
                machine,
                findings,
                CauseGraph.of(findings),
                NOW,
                Duration.ofMillis(1800));
    }

    private static Finding memory() {
        String file = "C:\\Users\\li\\.wslconfig";
        return finding(
                        info("wsl.config-memory", Area.WSL),
                        Subject.MACHINE,
                        Verdict.PROBLEM,
                        "WSL runs with 256 MB of memory",
                        evidence("memory in .wslconfig", "memory=8", file + " : 2"))
                .at(file, 2)
                .fixedBy(Fix.safe(
                                "wsl.config-memory/advised",
                                Text.of("Set the memory limit of WSL to 8 GB"),
                                new Step.EditFile(file, Bytes.EMPTY, null))
                        .takingEffect(TakesEffect.WSL_RESTART));
    }

    private static Finding outOfMemory() {
        return finding(
                info("container.out-of-memory", Area.CONTAINER, CheckInfo.any("wsl.config-memory")),
                Subject.container("build-1", ENDPOINT),
                Verdict.PROBLEM,
                "Container build-1 was killed for lack of memory",
                evidence("state", "OOMKilled=true, ExitCode=137", "GET /containers/1f/json"));
    }

    private static Finding restarting() {
        return finding(
                info(
                        "container.restarting",
                        Area.CONTAINER,
                        CheckInfo.any("wsl.config-memory"),
                        CheckInfo.any("container.out-of-memory")),
                Subject.container("build-1", ENDPOINT),
                Verdict.WARNING,
                "Container build-1 restarts again and again",
                evidence("restarts", "RestartCount=41", "GET /containers/1f/json"));
    }

    private static Finding clock() {
        return finding(
                info("clock.wsl", Area.CLOCK),
                Subject.distro("Ubuntu"),
                Verdict.UNKNOWN,
                "Clock of Ubuntu: could not be checked (no answer in time)",
                evidence("no answer in time", "10000 ms", "wsl.exe -d Ubuntu -e date +%s.%N"));
    }

    private static Finding distro() {
        Step convert = new Step.Manual(Text.of("Convert it."), null);
        return new Finding(
                        info("wsl.distro-version", Area.WSL),
                        Subject.distro("Debian"),
                        Verdict.WARNING,
                        Certainty.LIKELY,
                        Text.of("Debian still runs on WSL 1"),
                        Text.of("Docker does not run in it."),
                        List.of(evidence("Flags", "7", "HKCU\\Software\\Microsoft\\…\\Lxss\\{4b1f} : Flags")),
                        List.of(),
                        List.of())
                .fixedBy(new Fix(
                        "wsl.distro-version/convert",
                        Text.of("Convert Debian to WSL 2"),
                        List.of(convert),
                        Set.of(Effect.STOPS_DISTRO),
                        TakesEffect.NOW,
                        List.of()));
    }

    private static Finding info() {
        return finding(
                info("wsl.release", Area.WSL),
                Subject.MACHINE,
                Verdict.INFO,
                "WSL 2.6.3 is not the newest",
                evidence("version", "2.6.3.0", "wsl.exe --version"));
    }

    static CheckInfo info(String id, Area area, CheckInfo.Cause... causes) {
        return new CheckInfo(id, area, Set.of(), List.of(causes));
    }

    static Evidence evidence(String what, String value, String source) {
        return new Evidence(Text.of(what), value, new Source(Source.Kind.FILE, source, NOW.minusSeconds(2)));
    }

    static Finding finding(CheckInfo check, Subject subject, Verdict verdict, String title, Evidence... evidence) {
        return new Finding(
                check,
                subject,
                verdict,
                Certainty.CERTAIN,
                Text.of(title),
                Text.of(title + ", in a few sentences."),
                List.of(evidence),
                List.of(),
                List.of());
    }
}
