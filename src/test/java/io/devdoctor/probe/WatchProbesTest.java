package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.Watch;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/// What a watch asks is little, and starts nothing.
class WatchProbesTest {
    private final Queue<String> programs = new ConcurrentLinkedQueue<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> management = new ConcurrentLinkedQueue<>();

    private List<Finding> look(String sample) throws RecordingException {
        Ports ports = counted(Samples.open(sample));
        return new Examination(ports, WatchProbes.with(ProbeOptions.DEFAULT), Checks.ALL)
                .only(check -> Watch.CHECKS.contains(check.id()))
                .run(_ -> {}, new Cancellation())
                .findings();
    }

    private Ports counted(Ports of) {
        return new Ports(
                of.origin(),
                of.platform(),
                of.projects(),
                of.clock(),
                of.registry(),
                of.services(),
                query -> {
                    programs.add(String.join(" ", query.run()));
                    return of.commands().run(query);
                },
                of.files(),
                of.repositories(),
                of.environment(),
                of.hardware(),
                of.network(),
                of.pipes(),
                of.win32(),
                (namespace, name, columns, where) -> {
                    management.add(name);
                    return of.wmi().rows(namespace, name, columns, where);
                },
                (endpoint, path, budget) -> {
                    calls.add(path);
                    return of.engine().get(endpoint, path, budget);
                });
    }

    @Test
    void startsNoProgramAndOnlyPingsTheEngine() throws Exception {
        assertThat(look("healthy-en")).extracting(Finding::verdict).doesNotContain(Verdict.UNKNOWN, Verdict.PROBLEM);
        assertThat(programs).isEmpty();
        assertThat(management).isEmpty();
        assertThat(calls).containsOnly("/_ping").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void seesWhatAnExaminationSees() throws Exception {
        assertThat(look("starved-zh-cn"))
                .extracting(finding -> finding.check().id())
                .containsAll(Watch.CHECKS);
        assertThat(look("hung-wsl-en"))
                .filteredOn(finding -> finding.check().id().equals("docker.engine"))
                .allMatch(finding -> finding.verdict().isIllness());
        assertThat(programs).isEmpty();
    }
}
