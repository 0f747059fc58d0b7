package io.devdoctor.desktop;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A machine with illnesses of every kind, as plain values: what a window has to show, without probes or checks.
/// A key without words is shown as it is, so the texts stand here in plain English.
final class StarvedMachine {
    static final Instant TAKEN = Instant.parse("2026-11-20T04:03:00Z");
    static final long GB = 1L << 30;
    static final String ENDPOINT = "npipe:////./pipe/docker_engine";

    private StarvedMachine() {}

    static List<Probe<?>> probes() {
        return List.of(
                probe(Part.HOST, host()),
                probe(Part.WSL, wsl()),
                probe(Part.WSL_ANSWER, answer()),
                probe(Part.DOCKER_DESKTOP, desktop()),
                probe(Part.DOCKER_ENGINE, engine()),
                probe(Part.CLOCKS, clocks()),
                probe(Part.DISK_USAGE, disk()));
    }

    /// @param cured ids of checks that find nothing any more
    static List<Check> checks(Set<String> cured) {
        return ill().stream()
                .map(check -> cured.contains(check.info().id())
                        ? ok(
                                check.info().id(),
                                check.info().area(),
                                "Cured: " + check.info().id())
                        : check)
                .toList();
    }

    /// The finding that explains the others.
    static Finding memory() {
        Machine nothing = Machine.of(
                new io.devdoctor.machine.Platform(
                        io.devdoctor.machine.Platform.Family.WINDOWS, "", "", 0, 0, "", "", "", ""),
                TAKEN);
        return ill().stream()
                .filter(check -> check.info().id().equals("wsl.config-memory"))
                .flatMap(check -> check.examine(nothing).stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<Check> ill() {
        return List.of(
                ok("host.windows-build", Area.HOST, "Windows 11 24H2 runs WSL 2"),
                ok("host.memory", Area.HOST, "16 GB of memory, 5.6 GB free"),
                ok("host.disk-space", Area.HOST, "Every drive has room"),
                check(
                        "wsl.config-memory",
                        Area.WSL,
                        List.of(),
                        finding(Verdict.PROBLEM, Subject.MACHINE, "WSL runs with 256 MB of memory", MISREAD, 3)
                                .at(CONFIG, 2)
                                .fixedBy(memoryFix())),
                check(
                        "wsl.distro-version",
                        Area.WSL,
                        List.of(),
                        finding(Verdict.WARNING, Subject.distro("Debian"), "Debian still runs on WSL 1", SLOW, 1)
                                .fixedBy(convertFix())),
                check(
                        "wsl.default-version",
                        Area.WSL,
                        List.of(),
                        finding(Verdict.WARNING, Subject.MACHINE, "New distributions would get WSL 1", OLD_MODE, 1)
                                .fixedBy(defaultFix())),
                check(
                        "wsl.release",
                        Area.WSL,
                        List.of(),
                        finding(Verdict.INFO, Subject.MACHINE, "WSL 2.6.3 is the newest release", NEWEST, 1)),
                check(
                        "clock.wsl",
                        Area.CLOCK,
                        List.of(),
                        finding(Verdict.PROBLEM, Subject.distro("Ubuntu"), "The clock of Ubuntu is 41 s slow", X509, 2)
                                .fixedBy(clockFix())),
                ok("clock.host", Area.CLOCK, "The clock of Windows is right"),
                ok("drives.wsl-share", Area.DRIVES, "The WSL share is reachable"),
                check(
                        "network.reserved-ports",
                        Area.NETWORK,
                        List.of(),
                        finding(Verdict.UNKNOWN, Subject.MACHINE, "Reserved ports: could not be checked", SILENT, 1)),
                check(
                        "docker.memory",
                        Area.DOCKER,
                        List.of(CheckInfo.any("wsl.config-memory")),
                        finding(Verdict.WARNING, Subject.endpoint(ENDPOINT), "The engine has 0.2 GB", LITTLE, 1)),
                check(
                        "docker.disk-usage",
                        Area.DOCKER,
                        List.of(),
                        finding(Verdict.WARNING, Subject.endpoint(ENDPOINT), "17 GB could be freed", UNUSED, 1)
                                .fixedBy(cleanFix())),
                check(
                        "container.out-of-memory",
                        Area.CONTAINER,
                        List.of(CheckInfo.any("docker.memory"), CheckInfo.any("wsl.config-memory")),
                        finding(Verdict.PROBLEM, Subject.container("build-1", ENDPOINT), KILLED, KILLED_WHY, 1)));
    }

    static final String CONFIG = "C:\\Users\\李\\.wslconfig";
    private static final String MISREAD =
            "Line 2 of .wslconfig says memory=8, which is eight bytes; WSL silently raises it to 256 MB. It wants 8GB.";
    private static final String SLOW = "Docker Desktop and every Linux kernel feature need WSL 2.";
    private static final String OLD_MODE = "A new Ubuntu could not run Docker.";
    private static final String NEWEST = "Nothing to do.";
    private static final String X509 =
            "New certificates look “not yet valid” to a slow clock, so pulls fail with x509 errors.";
    private static final String SILENT = "netsh did not answer in time. Nothing is concluded from the silence.";
    private static final String LITTLE = "This machine could give it 8 GB.";
    private static final String UNUSED = "Dangling images and build cache that no container uses.";
    private static final String KILLED = "Container build-1 was killed for lack of memory";
    private static final String KILLED_WHY = "The kernel ended it with exit code 137.";

    private static Fix memoryFix() {
        Parameter.Size memory = new Parameter.Size(Text.of("parameter.memory"), GB, 15 * GB, GB, 8 * GB);
        return Choice.of(memory, bytes -> Optional.of(memoryFix(bytes / GB)))
                .advised()
                .orElseThrow();
    }

    private static Fix memoryFix(long gigabytes) {
        String file = "[wsl2]\r\nmemory=%s\r\nprocessors=4          # keep two for the IDE\r\nswap=2GB\r\n";
        Fix fix = Fix.safe(
                        "wsl.config-memory/advised",
                        Text.of("Set the memory limit of WSL to " + gigabytes + " GB"),
                        new Step.EditFile(CONFIG, text(file.formatted("8")), text(file.formatted(gigabytes + "GB"))))
                .takingEffect(TakesEffect.WSL_RESTART);
        return gigabytes < 4 ? fix.warningToo(Text.of("warning.value.low-memory", Text.size(gigabytes * GB))) : fix;
    }

    private static Fix defaultFix() {
        return Fix.safe(
                "wsl.default-version/two",
                Text.of("Use WSL 2 for new distributions"),
                new Step.SetRegistryValue(
                        "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss",
                        "DefaultVersion",
                        new RegistryValue.Dword(1),
                        new RegistryValue.Dword(2)));
    }

    private static Fix convertFix() {
        Step.RunTool back = new Step.RunTool(Tool.WSL_SET_VERSION, List.of("Debian", "1"), null);
        return Fix.of(
                        "wsl.distro-version/convert",
                        Text.of("Convert Debian to WSL 2"),
                        Set.of(Effect.STOPS_DISTRO),
                        new Step.RunTool(Tool.WSL_SET_VERSION, List.of("Debian", "2"), back))
                .warning(Text.of("Export Debian first if it holds work that exists nowhere else."));
    }

    private static Fix clockFix() {
        return Fix.of(
                "clock.wsl/from-hardware",
                Text.of("Set the clock of Ubuntu from Windows"),
                Set.of(Effect.NOT_REVERSIBLE),
                new Step.InDistro("Ubuntu", io.devdoctor.fix.DistroCommand.CLOCK_FROM_HARDWARE));
    }

    private static Fix cleanFix() {
        return Fix.of(
                "docker.disk-usage/clean",
                Text.of("Remove dangling images and unused build cache"),
                Set.of(Effect.DELETES_DATA),
                new Step.EngineCall(ENDPOINT, new EngineChange.RemoveImage("sha256:1f", "<none> 3 weeks old", 9 * GB)),
                new Step.EngineCall(ENDPOINT, new EngineChange.RemoveBuildCache("x7", "RUN npm ci", 8 * GB)));
    }

    private static Host host() {
        return new Host(
                known(new Host.WindowsVersion(26100, 2314, "Professional", "24H2", "AMD64")),
                new Host.Virtualization(known(true), known(true), known(true), known(true)),
                Map.of(),
                absent(),
                known(new Host.Memory(16 * GB, 56 * GB / 10)),
                known(new Host.Processor(8, 4)),
                known(List.of()));
    }

    private static Wsl wsl() {
        return new Wsl(known("2.6.3.0"), absent(), absent(), known(2L), absent(), known(List.of()), absent());
    }

    private static WslAnswer answer() {
        WslAnswer.Live live = new WslAnswer.Live(
                known(233_156L << 10),
                known(4),
                known("6.6.87.2"),
                absent(),
                absent(),
                Map.of(),
                absent(),
                absent(),
                absent(),
                absent(),
                absent(),
                absent());
        return new WslAnswer(
                known(List.of(
                        new WslAnswer.Row("Ubuntu", "Running", 2, true),
                        new WslAnswer.Row("docker-desktop", "Running", 2, false),
                        new WslAnswer.Row("Debian", "Stopped", 1, false))),
                Map.of("Ubuntu", live));
    }

    private static DockerDesktop desktop() {
        return new DockerDesktop(
                known(new DockerDesktop.Install("4.52.0", "C:\\Program Files\\Docker\\Docker", false)),
                absent(),
                known(true),
                List.of(),
                absent(),
                absent(),
                absent(),
                absent());
    }

    private static DockerEngine engine() {
        DockerEngine.Version version = new DockerEngine.Version(
                "Docker Desktop 4.52.0 (211763)", "29.0.1", "1.52", "1.44", "linux", "amd64", "6.6.87.2");
        DockerEngine.Info info = new DockerEngine.Info(
                "id",
                "linux",
                "Docker Desktop",
                "x86_64",
                "6.6.87.2",
                known(4),
                known(238_751_744L),
                known(TAKEN),
                TAKEN,
                TAKEN,
                "overlayfs",
                "/var/lib/docker",
                List.of(),
                List.of(),
                "",
                "",
                "29.0.1",
                3,
                2,
                "json-file");
        return new DockerEngine(
                ENDPOINT,
                known(new DockerEngine.HttpStatus(200, "text/plain", "OK", 12)),
                known(version),
                known(info),
                new io.devdoctor.machine.Reading.NotApplicable<>("not looked for"));
    }

    private static Clocks clocks() {
        Interval slow = new Interval(Duration.ofMillis(-41_200), Duration.ofMillis(-40_900));
        return new Clocks(
                known(Interval.around(Duration.ofMillis(-120), Duration.ofMillis(40))),
                List.of(),
                List.of(new Clocks.DistroClock("Ubuntu", known(slow))),
                known(Interval.around(Duration.ofMillis(-40_700), Duration.ofMillis(600))));
    }

    private static DiskUsage disk() {
        return new DiskUsage(
                31 * GB,
                List.of(
                        new DiskUsage.Image("a", List.of("postgres:17"), 22 * GB, 0, 1, TAKEN),
                        new DiskUsage.Image("b", List.of(), 9 * GB, 0, 0, TAKEN)),
                List.of(new DiskUsage.ContainerLayer("c", "db", "running", 2 * GB)),
                List.of(new DiskUsage.Volume("data", 11 * GB, 1, false)),
                List.of(
                        new DiskUsage.Cache("k", "regular", 12 * GB, true, false, "RUN go build"),
                        new DiskUsage.Cache("x7", "regular", 8 * GB, false, false, "RUN npm ci")));
    }

    private static Check ok(String id, Area area, String title) {
        return check(
                id, area, List.of(), new Draft(Verdict.OK, Subject.MACHINE, title, title, List.of(), null, List.of()));
    }

    private static Draft finding(Verdict verdict, Subject subject, String title, String message, int proofs) {
        List<Evidence> evidence = List.of(
                        proof(".wslconfig", "memory=8", Source.Kind.FILE, CONFIG + ":2"),
                        proof(
                                "memory of the virtual machine",
                                "MemTotal: 233156 kB",
                                Source.Kind.COMMAND,
                                "wsl.exe -d Ubuntu -e cat /proc/meminfo"),
                        proof("memory of Windows", "16384 MB", Source.Kind.HARDWARE, "GlobalMemoryStatusEx"))
                .subList(0, proofs);
        return new Draft(verdict, subject, title, message, evidence, null, List.of());
    }

    private static Evidence proof(String what, String value, Source.Kind kind, String where) {
        return new Evidence(Text.of(what), value, new Source(kind, where, TAKEN));
    }

    /// A finding that does not know its check yet.
    private record Draft(
            Verdict verdict,
            Subject subject,
            String title,
            String message,
            List<Evidence> evidence,
            Finding.@org.jspecify.annotations.Nullable Place place,
            List<Fix> fixes) {
        Draft at(String file, int line) {
            return new Draft(verdict, subject, title, message, evidence, new Finding.Place(file, line), fixes);
        }

        Draft fixedBy(Fix... more) {
            return new Draft(verdict, subject, title, message, evidence, place, List.of(more));
        }
    }

    private static Check check(String id, Area area, List<CheckInfo.Cause> causes, Draft draft) {
        Part<?> part = switch (area) {
            case HOST, DRIVES, NETWORK, PROJECT -> Part.HOST;
            case WSL -> Part.WSL;
            case CLOCK -> Part.CLOCKS;
            case DOCKER, CONTAINER -> Part.DOCKER_ENGINE;
        };
        CheckInfo info = new CheckInfo(id, area, Set.of(part), causes);
        Finding finding = new Finding(
                info,
                draft.subject(),
                draft.verdict(),
                Certainty.CERTAIN,
                Text.of(draft.title()),
                Text.of(draft.message()),
                draft.evidence(),
                draft.place() == null ? List.of() : List.of(draft.place()),
                draft.fixes());
        return new Check() {
            @Override
            public CheckInfo info() {
                return info;
            }

            @Override
            public List<Finding> examine(Machine machine) {
                return List.of(finding);
            }
        };
    }

    private static <T> Probe<T> probe(Part<T> part, T facts) {
        return new Probe<>() {
            @Override
            public Part<T> part() {
                return part;
            }

            @Override
            public Reading<T> read(Ports system, Machine known) {
                return known(facts);
            }
        };
    }

    private static <T> Reading<T> known(T value) {
        return new Reading.Known<>(value, new Source(Source.Kind.DERIVED, "fixture", TAKEN));
    }

    private static <T> Reading<T> absent() {
        return new Reading.Absent<>(new Source(Source.Kind.DERIVED, "fixture", TAKEN));
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
