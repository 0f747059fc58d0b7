package io.devdoctor.examination;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import io.devdoctor.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A probe or a check, and what comes of it when it breaks: a result like any other, never silence and never OK.
final class Guarded {
    private Guarded() {}

    static <T> Reading<T> read(Probe<T> probe, Ports ports, Machine known) {
        try {
            return probe.read(ports, known);
        } catch (Throwable e) {
            // Whatever ends a probe's thread, the run waits for its arrival.
            Source source = new Source(Source.Kind.DERIVED, probe.part().id(), known.taken());
            return new Reading.Unknown<>(Reading.Cause.FAILED, trace(e), source);
        }
    }

    /// One check's findings; a crash inside it is a finding too.
    static List<Finding> judge(Check check, Machine machine) {
        try {
            List<Finding> found = check.examine(machine);
            if (!found.isEmpty()) return found;
            return List.of(crashed(check.info(), machine, "the check returned no finding"));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(crashed(check.info(), machine, trace(e)));
        }
    }

    private static Finding crashed(CheckInfo info, Machine machine, String detail) {
        Text reason = Text.of("unknown.CRASHED.short");
        return new Finding(
                info,
                Subject.MACHINE,
                Verdict.UNKNOWN,
                Certainty.CERTAIN,
                Text.of("unknown.title", Text.of(info.nameKey()), reason),
                Text.of("unknown.CRASHED"),
                List.of(new Evidence(reason, detail, new Source(Source.Kind.DERIVED, info.id(), machine.taken()))),
                List.of(),
                List.of());
    }

    private static String trace(Throwable e) {
        return e
                + Arrays.stream(e.getStackTrace())
                        .limit(6)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
    }
}
