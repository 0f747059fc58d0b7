package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether Windows programs can start from a running distribution: the kernel's registration of `MZ` files, which
/// systemd-binfmt has been seen to wipe (microsoft/WSL #8843).
final class InteropCheck implements InsideCheck {
    private static final String FOLDER = "/proc/sys/fs/binfmt_misc/";
    /// The second is what `protectBinfmt` registers behind systemd.
    private static final List<String> REGISTRATIONS = List.of(FOLDER + "WSLInterop", FOLDER + "WSLInterop-late");
    /// The bit of a distribution's `Flags`.
    private static final long INTEROP = 1;

    private static final CheckInfo INFO = new CheckInfo(
            "wsl.interop",
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_ANSWER),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameSubject("wsl.distro-state").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Finding examineInside(String distro, WslAnswer.Live live, Wsl wsl, Machine machine) {
        Subject subject = Subject.distro(distro);
        Reading<String> first = live.text(REGISTRATIONS.getFirst());
        Reading<String> late = live.text(REGISTRATIONS.getLast());
        if (isEnabled(first) || isEnabled(late)) return ok(subject, "ok", distro);
        if (isOffInRegistry(distro, wsl)) return ok(subject, "off", distro);
        return switch (isOffInFile(live)) {
            case Reading.Known<Boolean>(Boolean off, Source _) ->
                off ? ok(subject, "off", distro) : missing(subject, first, late);
            case Reading.Absent<Boolean> _ -> missing(subject, first, late);
            case Reading.Unknown<Boolean> unread -> unknown(subject, unread);
            case Reading.NotApplicable<Boolean> _ -> notApplicable(subject);
        };
    }

    private Finding missing(Subject subject, Reading<String> first, Reading<String> late) {
        for (Reading<String> reading : List.of(first, late)) {
            if (reading instanceof Reading.Unknown<String> unread) return unknown(subject, unread);
        }
        if (first instanceof Reading.Known<String>(String state, Source source)) {
            return lost("disabled", subject, evidence(state, source), DistroCommand.INTEROP_ENABLE);
        }
        if (late instanceof Reading.Known<String>(String state, Source source)) {
            return lost("disabled", subject, evidence(state, source), DistroCommand.INTEROP_REGISTER);
        }
        return first instanceof Reading.Absent<String>(Source source)
                ? lost("lost", subject, evidence("-", source), DistroCommand.INTEROP_REGISTER)
                : notApplicable(subject);
    }

    private static Evidence evidence(String registration, Source source) {
        String state = registration.lines().findFirst().orElse("");
        return Evidence.of("evidence.wsl.interop", state, source);
    }

    private Finding lost(String outcome, Subject subject, Evidence evidence, DistroCommand command) {
        Finding found = warning(subject, outcome, List.of(evidence), subject.name());
        return Tool.Grammar.DISTRO.admits(subject.name()) ? found.fixedBy(register(subject.name(), command)) : found;
    }

    private static Fix register(String distro, DistroCommand command) {
        return Fix.of(
                        "wsl.interop/register",
                        Text.of("fix.wsl.interop/register.title", distro),
                        Set.of(Effect.NOT_REVERSIBLE),
                        new Step.InDistro(distro, command))
                .warning(Text.of("warning.wsl.interop-again"));
    }

    private static boolean isEnabled(Reading<String> registration) {
        return registration.known().filter(text -> text.startsWith("enabled")).isPresent();
    }

    private static boolean isOffInRegistry(String distro, Wsl wsl) {
        return wsl.distros().known().stream()
                .flatMap(List::stream)
                .filter(each -> each.name().equals(distro))
                .anyMatch(each -> each.flags()
                        .known()
                        .filter(flags -> (flags & INTEROP) == 0)
                        .isPresent());
    }

    /// The person's own decision; a value that WSL does not understand leaves the default, on.
    private static Reading<Boolean> isOffInFile(WslAnswer.Live live) {
        return live.file("/etc/wsl.conf").map(InteropCheck::isOff);
    }

    private static boolean isOff(Bytes conf) {
        Optional<String> value =
                WslConfig.parse(conf.toArray(), WslConfigFile.WSL_CONF).value("interop", "enabled");
        return value.map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("false") || text.equals("0"))
                .isPresent();
    }
}
