package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Whether new distributions would run as WSL 2.
final class DefaultVersionCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo("wsl.default-version", Area.WSL, Set.of(Part.WSL), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judge(
                wsl.defaultVersion(),
                MACHINE,
                (version, source) -> List.of(judge(version, source)),
                source -> List.of(absent(wsl, source)));
    }

    private Finding judge(long version, Source source) {
        if (version == 2) return ok(MACHINE, "two");
        if (version == 1) {
            return warning(MACHINE, "one", List.of(Evidence.of("evidence.wsl.default-version", version, source)))
                    .fixedBy(two());
        }
        String detail = "neither 1 nor 2: " + version;
        return unknown(MACHINE, new Reading.Unknown<>(Reading.Cause.UNREADABLE, detail, source));
    }

    /// The package takes a missing value for 2; the old component of Windows took it for 1.
    private Finding absent(Wsl wsl, Source source) {
        if (wsl.packageVersion().isKnown()) return ok(MACHINE, "two");
        return likely(MACHINE, "one", List.of(Evidence.of("evidence.wsl.default-version", "-", source)))
                .fixedBy(fromNothing());
    }

    /// wsl.exe can write a number over a number; it cannot take the value away again.
    private static Fix fromNothing() {
        return Fix.of(
                "wsl.default-version/two",
                Text.of("fix.wsl.default-version/two.title"),
                Set.of(Effect.NOT_REVERSIBLE),
                new Step.RunTool(Tool.WSL_SET_DEFAULT_VERSION, List.of("2"), null));
    }

    private static Fix two() {
        return Fix.safe(
                "wsl.default-version/two",
                Text.of("fix.wsl.default-version/two.title"),
                new Step.RunTool(
                        Tool.WSL_SET_DEFAULT_VERSION,
                        List.of("2"),
                        new Step.RunTool(Tool.WSL_SET_DEFAULT_VERSION, List.of("1"), null)));
    }
}
