package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.format.WslConfig;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Host.WindowsVersion;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether an update of Windows is installed that is known to break something in use here.
final class WindowsUpdatesCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.windows-updates", Area.HOST, Set.of(Part.HOST, Part.WSL, Part.WSL_CONFIG), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.windows()),
                MACHINE,
                (windows, source) -> List.of(judge(windows, source, machine)));
    }

    private Finding judge(WindowsVersion windows, Source source, Machine machine) {
        if (windows.revision() < 0) {
            return unknown(MACHINE, new Reading.Unknown<>(Reading.Cause.UNREADABLE, "UBR", source.at(" : UBR")));
        }
        String number = windows.build() + "." + windows.revision();
        for (KnownUpdate update : KnownUpdate.ALL) {
            if (!update.concerns(windows)) continue;
            Reading<Boolean> used = isUsed(update.feature(), machine);
            if (used instanceof Reading.Unknown<Boolean> unread) return unknown(MACHINE, unread);
            if (used.known().orElse(false)) return trouble(update, number, source);
        }
        return ok(MACHINE, "none", number);
    }

    private Finding trouble(KnownUpdate update, String number, Source source) {
        return likely(
                        MACHINE,
                        update.outcome(),
                        List.of(
                                Evidence.of("evidence.host.windows-build", number, source),
                                Evidence.of("evidence.host.reference", update.reference(), source)),
                        number,
                        update.update(),
                        update.build() + "." + update.until())
                .fixedBy(Fix.safe(
                                "host.windows-updates/update",
                                Text.of("fix.host.windows-updates/update.title"),
                                new Step.Manual(
                                        Text.of("fix.host.windows-updates/update.words"), "ms-settings:windowsupdate"))
                        .takingEffect(TakesEffect.REBOOT));
    }

    private static Reading<Boolean> isUsed(KnownUpdate.Feature feature, Machine machine) {
        Reading<Boolean> installed = machine.wsl().flatMap((wsl, _) -> wsl.installed());
        return switch (feature) {
            case WSL -> installed;
            case MIRRORED ->
                installed.flatMap(
                        (there, source) -> there ? isMirrored(machine, source) : new Reading.Known<>(false, source));
        };
    }

    /// NAT where there is no file.
    private static Reading<Boolean> isMirrored(Machine machine, Source source) {
        Reading<FileContent> file = machine.wslConfig().flatMap((config, _) -> config.content());
        if (file.isAbsent()) return new Reading.Known<>(false, source);
        return file.map(content -> {
            WslConfig config = WslConfig.parse(content.bytes().toArray());
            return Stream.of("wsl2", "experimental")
                    .flatMap(section -> config.entry(section, "networkingMode").stream())
                    .anyMatch(entry -> entry.value().equalsIgnoreCase("mirrored"));
        });
    }
}
