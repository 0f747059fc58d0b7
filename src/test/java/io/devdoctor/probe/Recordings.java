package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small recordings written in place, and what the probes make of them.
final class Recordings {
    private Recordings() {}

    /// A Chinese Windows 11 with these sections of a recording; `'` stands for `"` and `/` in paths is kept.
    static Ports windows(String... sections) {
        return open("""
            'os': {'family': 'windows', 'version': '10.0.26100.2314', 'locale': 'zh-CN', 'ansiCodePage': 936,
                   'oemCodePage': 936, 'timeZone': 'China Standard Time', 'user': 'li', 'home': 'C:\\\\Users\\\\li'}\
            """, sections);
    }

    static Ports linux(String... sections) {
        return open("""
            'os': {'family': 'linux', 'version': '6.12.0', 'locale': 'en-US', 'timeZone': 'UTC', 'user': 'li',
                   'home': '/home/li'}\
            """, sections);
    }

    private static Ports open(String os, String... sections) {
        String more = sections.length == 0 ? "" : ", " + String.join(", ", sections);
        String json = "{'devdoctorRecording': 1, 'taken': '2026-11-20T08:00:00Z', " + os + more + "}";
        try {
            return RecordedPorts.open(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "a.devdoctor");
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    /// Reads the part of the last probe, after all before it.
    static <T> Reading<T> read(Ports ports, Probe<T> last, Probe<?>... before) {
        Machine machine = Machine.of(ports.platform(), ports.clock().now());
        for (Probe<?> probe : List.of(before)) machine = with(machine, ports, probe);
        return last.read(ports, machine);
    }

    static <T> T part(Ports ports, Probe<T> last, Probe<?>... before) {
        return value(read(ports, last, before));
    }

    static <T> T value(Reading<T> reading) {
        return reading.known().orElseThrow(() -> new AssertionError("not known: " + reading));
    }

    /// Cause and detail of a reading that must be Unknown.
    static String why(Reading<?> reading) {
        if (reading instanceof Reading.Unknown<?> unknown) return unknown.cause() + " " + unknown.detail();
        throw new AssertionError("not unknown: " + reading);
    }

    static Reading.Cause cause(Reading<?> reading) {
        if (reading instanceof Reading.Unknown<?> unknown) return unknown.cause();
        throw new AssertionError("not unknown: " + reading);
    }

    private static <T> Machine with(Machine machine, Ports ports, Probe<T> probe) {
        return machine.with(probe.part(), probe.read(ports, machine));
    }
}
