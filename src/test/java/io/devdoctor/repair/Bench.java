package io.devdoctor.repair;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslConfigFile;
import io.devdoctor.probe.Probe;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.EngineChanges;
import io.devdoctor.system.change.FileChanges;
import io.devdoctor.system.change.NoRegistry;
import io.devdoctor.system.change.NoTools;
import io.devdoctor.system.docker.DockerJavaEngineChanges;
import io.devdoctor.system.docker.EngineClients;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One file that is ill while it says `bad`, a check that sees it, and a repairer for it: real files in one folder.
final class Bench {
    static final String ILL = "# 测试\r\nvalue=bad\r\n";
    static final String WELL = "# 测试\r\nvalue=good\r\n";
    static final Platform LINUX =
            new Platform(Platform.Family.LINUX, "6.1", "en-US", 65001, 65001, "UTC", "li", "/home/li", "bench");

    final Path folder;
    final Path target;
    final Ports ports;
    final Journal journal;
    final Repairer repairer;
    final FileCheck check = new FileCheck();

    Bench(Path folder) throws IOException {
        this(folder, DiskCalls.REAL, DiskCalls.REAL, _ -> {});
    }

    Bench(Path folder, DiskCalls disk, DiskCalls ops, Crashpoint crash) throws IOException {
        this(folder, new DiskFileChanges(disk, crash), ops, crash);
    }

    Bench(Path folder, io.devdoctor.system.change.FileChanges files, DiskCalls ops, Crashpoint crash)
            throws IOException {
        this.folder = folder;
        Path machine = Files.createDirectories(folder.resolve("machine"));
        this.target = machine.resolve("配置 file.conf");
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        this.journal = new Journal(data, ops, crash::reached);
        this.ports = ports(new Origin.Live());
        this.repairer = new Repairer(ports, changes(files), again(), journal);
    }

    /// A file that is ill.
    Bench ill() throws IOException {
        Files.writeString(target, ILL);
        return this;
    }

    Reexamination again() {
        return new Reexamination(ports, List.of(new FileProbe()), List.of(check));
    }

    Finding finding() {
        return again().of(java.util.Set.of("test.file")).getFirst();
    }

    Outcome apply() {
        Finding finding = finding();
        return apply(finding);
    }

    Outcome apply(Finding finding) {
        Fix fix = finding.fixes().getFirst();
        return repairer.apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {});
    }

    String content() throws IOException {
        return Files.readString(target);
    }

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Changes changes(FileChanges files) {
        return changes(files, unused(EngineChanges.class));
    }

    /// What an engine that really runs is told; all else must stay as it is.
    static Changes engineChanges() {
        return changes(unused(FileChanges.class), new DockerJavaEngineChanges(EngineClients::open, Instant::now));
    }

    private static Changes changes(FileChanges files, EngineChanges engine) {
        return new Changes(
                files, new NoRegistry(), new NoTools(), new NoTools(), engine, _ -> new ChangeResult.Done("opened"));
    }

    static Ports ports(Origin origin) {
        return new Ports(
                origin,
                LINUX,
                List.of(),
                () -> Instant.parse("2026-11-20T08:00:00Z"),
                unused(io.devdoctor.system.Registry.class),
                unused(io.devdoctor.system.Services.class),
                unused(io.devdoctor.system.Commands.class),
                new RealFiles(),
                unused(io.devdoctor.system.Repositories.class),
                unused(io.devdoctor.system.Environment.class),
                unused(io.devdoctor.system.Hardware.class),
                unused(io.devdoctor.system.NetworkReach.class),
                unused(io.devdoctor.system.Pipes.class),
                unused(io.devdoctor.system.Win32.class),
                unused(io.devdoctor.system.Wmi.class),
                unused(io.devdoctor.system.EngineApi.class));
    }

    static Machine emptyMachine() {
        return Machine.of(LINUX, Instant.EPOCH);
    }

    static <T> T unused(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new AssertionError("nobody should ask " + port.getSimpleName() + "." + method.getName());
        }));
    }

    private final class FileProbe implements Probe<WslConfigFile> {
        @Override
        public Part<WslConfigFile> part() {
            return Part.WSL_CONFIG;
        }

        @Override
        public Reading<WslConfigFile> read(Ports system, Machine known) {
            Reading<FileContent> content = system.files().read(target.toString());
            return new Reading.Known<>(
                    new WslConfigFile(target.toString(), content, content, java.util.Map.of()),
                    new io.devdoctor.machine.Source(
                            io.devdoctor.machine.Source.Kind.FILE, target.toString(), known.taken()));
        }
    }

    /// Judges the file and offers to write `good`.
    static class FileCheck implements Check {
        private static final Subject SUBJECT = Subject.of(Subject.Kind.FILE, "conf");

        @Override
        public CheckInfo info() {
            return new CheckInfo("test.file", Area.WSL, Set.of(Part.WSL_CONFIG), List.of());
        }

        @Override
        public List<Finding> examine(Machine machine) {
            return judge(
                    machine.wslConfig().flatMap((file, _) -> file.content()),
                    SUBJECT,
                    (content, source) -> {
                        String text = new String(content.bytes().toArray(), StandardCharsets.UTF_8);
                        if (!text.contains("bad")) return List.of(ok(SUBJECT, "good"));
                        Evidence proof = Evidence.of("test.what", text, source);
                        return List.of(warning(SUBJECT, "bad", List.of(proof)).fixedBy(fix(content)));
                    },
                    _ -> List.of(ok(SUBJECT, "none")));
        }

        static Fix fix(FileContent content) {
            String text = new String(content.bytes().toArray(), StandardCharsets.UTF_8);
            return Fix.safe(
                    "test.file/good",
                    Text.of("test.fix"),
                    new Step.EditFile(content.path(), content.bytes(), bytes(text.replace("bad", "good"))));
        }
    }
}
