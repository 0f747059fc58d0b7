package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Parameter;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslSize;
import io.devdoctor.machine.Host.Volume;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the swap of WSL can do its work: there is some, on a local drive with room.
final class ConfigSwapCheck implements WslCheck {
    private static final Subject SUBJECT = Subject.machine("wsl2.swap");
    private static final long GIGABYTE = 1L << 30;
    /// Less than this is a number without a unit, and as good as none.
    private static final long LEAST = 1L << 20;

    private static final long STEP = 512L << 20;
    /// What may be chosen at most; more swap than this helps nobody.
    private static final long MOST = 64L << 30;

    private static final Pattern ON_A_DRIVE = Pattern.compile("([A-Za-z]):[\\\\/].*", Pattern.DOTALL);
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.config-swap",
            Area.WSL,
            Set.of(Part.HOST, Part.WSL, Part.WSL_CONFIG, Part.POLICIES),
            List.of(CheckInfo.sameWorld("wsl.config-syntax"), CheckInfo.any("host.disk-space")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.memory()),
                SUBJECT,
                (memory, _) -> judgeIfPresent(
                        ConfigFile.of(machine), SUBJECT, (file, _) -> judge(file, memory.total(), machine)));
    }

    private List<Finding> judge(ConfigFile file, long host, Machine machine) {
        long usual = usual(file, host);
        long swap = set(file).orElse(usual);
        if (swap < LEAST) {
            Finding off = info(SUBJECT, "off", List.of(file.setting("wsl2", "swap")), Text.size(usual));
            return List.of(file.withChoice(off, "wsl2", "swap", choice(file, usual)));
        }
        // Which drive is meant nobody knows before the line is read as it is written, which wsl.config-syntax tells.
        if (isMisread(file)) return List.of(notApplicable(SUBJECT));
        return judgeIfPresent(
                machine.host().flatMap((known, _) -> known.volumes()),
                SUBJECT,
                (volumes, source) -> List.of(
                        place(file, swap, volumes, source, machine.platform().home())));
    }

    /// Usually a quarter of the memory; builds that link large programs want more.
    private static Choice choice(ConfigFile file, long usual) {
        Parameter.Size size = new Parameter.Size(Text.of("parameter.swap"), STEP, Math.max(usual, MOST), STEP, usual);
        return Choice.of(
                size,
                bytes -> file.setting(
                        "wsl.config-swap/advised",
                        Text.of("fix.wsl.config-swap/advised.title", Text.size(bytes)),
                        "wsl2",
                        "swap",
                        Parameter.Size.typed(bytes)));
    }

    private static boolean isMisread(ConfigFile file) {
        return file.config()
                .entry("wsl2", "swapFile")
                .filter(entry -> file.config().problems().stream()
                        .anyMatch(problem ->
                                problem.line() == entry.line() && problem.effect() == WslConfigProblem.Effect.MISREAD))
                .isPresent();
    }

    private Finding place(ConfigFile file, long swap, List<Volume> volumes, Source source, String home) {
        Optional<String> own = file.config().value("wsl2", "swapFile").filter(path -> !path.isBlank());
        // unverified on Windows: by default the swap lies in %TEMP%, which is on the drive of the profile.
        String path = own.filter(text -> !text.contains("%")).orElse(home);
        Matcher onDrive = ON_A_DRIVE.matcher(path);
        String drive = onDrive.matches() ? onDrive.group(1).toUpperCase(Locale.ROOT) + ":\\" : path;
        Optional<Volume> volume = volumes.stream()
                .filter(each -> each.mount().equalsIgnoreCase(drive))
                .findFirst();
        String outcome = outcome(volume, swap);
        Object[] args = {
            Text.size(swap), drive, Text.size(volume.map(Volume::usable).orElse(0L))
        };
        if (outcome.equals("ok")) return ok(SUBJECT, outcome, args);
        List<Evidence> evidence = List.of(
                file.setting("wsl2", "swapFile"),
                volume.map(each -> Evidence.of(
                                "evidence.wsl.swap-drive",
                                "%s %s %s, %d / %d"
                                        .formatted(each.mount(), each.type(), each.kind(), each.usable(), each.total()),
                                Text.of(
                                        "evidence.value.drive",
                                        each.mount(),
                                        Text.size(each.usable()),
                                        Text.size(each.total())),
                                source.at(" : " + each.mount())))
                        .orElseGet(() -> Evidence.of("evidence.wsl.swap-drive", "absent", source.at(" : " + drive))));
        Finding found = file.placed(info(SUBJECT, outcome, evidence, args), "wsl2", "swapFile");
        return file.config()
                .entry("wsl2", "swapFile")
                .map(entry -> file.withEdit(
                        found,
                        "wsl.config-swap/default-place",
                        Text.of("fix.wsl.config-swap/default-place.title"),
                        edit -> edit.commentOut(entry.line())))
                .orElse(found.fixedBy(WslTools.manual("wsl.config-swap/make-room", drive)));
    }

    private static String outcome(Optional<Volume> volume, long swap) {
        if (volume.isEmpty()) return "no-drive";
        if (!volume.get().kind().equals("fixed")) return "slow";
        return volume.get().usable() < swap ? "full" : "ok";
    }

    /// Bytes; empty where WSL takes its own default.
    private static Optional<Long> set(ConfigFile file) {
        return file.config().size("wsl2", "swap").flatMap(size -> switch (size) {
            case WslSize.Bytes(long count) -> Optional.of(count);
            case WslSize.Invalid _ -> Optional.empty();
        });
    }

    /// A quarter of the memory of the virtual machine, in whole gigabytes.
    private static long usual(ConfigFile file, long host) {
        long quarter = EffectiveMemory.of(file.config(), host).bytes() / 4;
        return Math.max(1, Math.ceilDiv(quarter, GIGABYTE)) * GIGABYTE;
    }
}
