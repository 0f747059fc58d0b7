package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which encoding programs assume that do not ask for one, against sources in UTF-8.
final class CodePageCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo("host.code-page", Area.HOST, Set.of(Part.SETTINGS), List.of());
    private static final int UTF_8 = 65001;
    /// Of Chinese, Japanese and Korean: what they write is no UTF-8, and UTF-8 is garbage to them.
    private static final Set<Integer> MULTI_BYTE = Set.of(932, 936, 949, 950, 1361, 54936);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Platform platform = machine.platform();
        Reading<Integer> ansi = machine.settings()
                .flatMap((settings, _) -> settings.ansiCodePage())
                .map(number -> Integer.parseInt(number.strip()));
        Reading<Integer> oem = machine.settings()
                .flatMap((settings, _) -> settings.oemCodePage())
                .map(number -> Integer.parseInt(number.strip()));
        List<Evidence> evidence = evidence(machine, ansi, oem);
        String live = String.valueOf(platform.ansiCodePage());
        String console = String.valueOf(platform.oemCodePage());
        // The registry says what will count, the running system what counts now.
        if (differs(ansi, platform.ansiCodePage()) || differs(oem, platform.oemCodePage())) {
            String next = ansi.known().map(String::valueOf).orElse(live);
            return List.of(info(MACHINE, "restart", evidence, live, next));
        }
        if (platform.ansiCodePage() == UTF_8) return List.of(info(MACHINE, "utf-8", evidence));
        if (MULTI_BYTE.contains(platform.ansiCodePage())) {
            return List.of(info(MACHINE, "multi-byte", evidence, live, console));
        }
        return judgeIfPresent(
                ansi,
                MACHINE,
                (_, _) -> judgeIfPresent(oem, MACHINE, (_, _) -> List.of(ok(MACHINE, "ok", live, console))));
    }

    private static boolean differs(Reading<Integer> registry, int live) {
        return registry.known().filter(number -> number != live).isPresent();
    }

    private static List<Evidence> evidence(Machine machine, Reading<Integer> ansi, Reading<Integer> oem) {
        Source live = new Source(Source.Kind.WIN32, "GetACP, GetOEMCP", machine.taken());
        Platform platform = machine.platform();
        List<Evidence> all = new ArrayList<>();
        all.add(Evidence.of(
                "evidence.host.code-page-live", platform.ansiCodePage() + ", " + platform.oemCodePage(), live));
        for (Reading<Integer> reading : List.of(ansi, oem)) {
            if (reading instanceof Reading.Known<Integer>(Integer number, Source source)) {
                all.add(Evidence.of("evidence.host.code-page", number, source));
            }
        }
        return List.copyOf(all);
    }
}
