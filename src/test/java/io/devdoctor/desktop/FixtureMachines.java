package io.devdoctor.desktop;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.Wish;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Machines that are examined in no time; "live" is a [StarvedMachine].
final class FixtureMachines implements Machines {
    private static final String EMPTY = """
        { "devdoctorRecording": 1, "taken": "2026-11-20T04:03:00Z",
          "os": { "family": "windows", "version": "10.0.26100.2314", "locale": "zh-CN", "ansiCodePage": 936,
                  "oemCodePage": 936, "timeZone": "China Standard Time", "user": "li", "home": "C:\\\\Users\\\\li" } }
        """;

    private final Set<String> cured = ConcurrentHashMap.newKeySet();
    private final Supplier<MachineMutes> mutes;

    FixtureMachines() {
        this(() -> MachineMutes.NONE);
    }

    /// @param mutes of the person at the live machine
    FixtureMachines(Supplier<MachineMutes> mutes) {
        this.mutes = mutes;
    }

    /// Before wsl.exe.
    final Gate gate = new Gate();

    /// After which a slow answer is told of.
    volatile Duration moment = Duration.ofSeconds(2);

    volatile Function<Set<String>, List<Check>> checks = StarvedMachine::checks;

    /// The folders with which each examination was begun.
    final List<List<String>> asked = new CopyOnWriteArrayList<>();

    void cure(String check) {
        cured.add(check);
    }

    void fallIll(String check) {
        cured.remove(check);
    }

    @Override
    public Examination live(Wish wish) {
        asked.add(wish.projects());
        return examination(new Origin.Live()).muting(mutes.get());
    }

    @Override
    public Examination recorded(Path file) throws UnusableRecording {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".devdoctor")) {
            throw new UnusableRecording(Text.of("desktop.recording.unreadable", name));
        }
        if (name.equals("shop.devdoctor")) return shop();
        return examination(new Origin.Replay(name, "a colleague’s machine"));
    }

    private static Examination shop() {
        try {
            return new Examination(ShopMachine.ports(), Probes.ALL, Checks.ALL);
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Examination sample(String name) {
        try {
            return new Examination(Samples.open(name), Probes.ALL, Checks.ALL);
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> samples() {
        return Samples.NAMES;
    }

    @Override
    public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        return EMPTY.getBytes(StandardCharsets.UTF_8);
    }

    private Examination examination(Origin origin) {
        List<Probe<?>> probes = StarvedMachine.probes().stream()
                .<Probe<?>>map(probe -> probe.part() == Part.WSL ? new Asking<>(probe) : probe)
                .toList();
        return new Examination(ports(origin), probes, checks.apply(cured)).telling(moment);
    }

    /// Asks wsl.exe before it answers.
    private record Asking<T>(Probe<T> probe) implements Probe<T> {
        @Override
        public Part<T> part() {
            return probe.part();
        }

        @Override
        public Reading<T> read(Ports system, Machine known) {
            system.commands().run(Queries.WSL_LIST.fill());
            return probe.read(system, known);
        }
    }

    private Ports ports(Origin origin) {
        try {
            Ports recorded = RecordedPorts.open(EMPTY.getBytes(StandardCharsets.UTF_8), "fixture");
            return new Ports(
                    origin,
                    recorded.platform(),
                    recorded.projects(),
                    recorded.clock(),
                    recorded.registry(),
                    recorded.services(),
                    gate.around(recorded.commands()),
                    recorded.files(),
                    recorded.repositories(),
                    recorded.environment(),
                    recorded.hardware(),
                    recorded.network(),
                    recorded.pipes(),
                    recorded.win32(),
                    recorded.wmi(),
                    recorded.engine());
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }
}
