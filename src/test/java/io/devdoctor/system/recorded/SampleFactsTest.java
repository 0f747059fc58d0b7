package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.probe.Probes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The samples are complete: every probe finds what it asks for, but for what the machine itself cannot tell.
class SampleFactsTest {
    private static final Pattern UNKNOWN =
            Pattern.compile("Unknown\\[cause=(\\w+), detail=.*?source=Source\\[kind=\\w+, what=(.*?), at=\\d{4}-");

    private static Set<String> unknown(String sample) throws RecordingException {
        Machine machine = new Examination(Samples.open(sample), Probes.ALL, java.util.List.of())
                .run(_ -> {}, new Cancellation())
                .machine();
        Set<String> unknown = new TreeSet<>();
        for (Part<?> part : Part.ALL) {
            if (Probes.ALL.stream().noneMatch(probe -> probe.part() == part)) continue;
            Matcher each = UNKNOWN.matcher(machine.part(part).toString());
            while (each.find()) unknown.add(part + ": " + each.group(1) + " " + each.group(2));
        }
        return unknown;
    }

    @Test
    void aHealthyMachineTellsEverything() throws RecordingException {
        assertThat(unknown("healthy-en")).isEmpty();
    }

    @Test
    void aStarvedMachineTellsEverythingButTheDeadMirror() throws RecordingException {
        assertThat(unknown("starved-zh-cn"))
                .containsExactly(
                        "registry-access: TIMED_OUT TCP registry-1.docker.io:443",
                        "registry-mirrors: FAILED GET https://registry.docker-cn.com/v2/");
    }

    @Test
    void withoutVirtualizationTheRestCanStillBeRead() throws RecordingException {
        assertThat(unknown("no-virtualization-en")).isEmpty();
    }

    @Test
    void aHungMachineKeepsSilentAboutWhatIsInside() throws RecordingException {
        assertThat(unknown("hung-wsl-en"))
                .containsExactly(
                        "clocks: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "containers: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "disk-usage: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "docker-engine: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "engine-networks: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "loopback: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "registry-access: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "registry-mirrors: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "volumes: FAILED npipe:////./pipe/dockerDesktopLinuxEngine GET /_ping",
                        "wsl-answer: TIMED_OUT wsl.exe --list --verbose");
    }
}
