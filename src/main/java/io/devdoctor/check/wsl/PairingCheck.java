package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Version;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether this release of WSL and this release of Docker Desktop were reported not to work together.
final class PairingCheck implements WslCheck {
    private static final List<Pair> PAIRS =
            DatedTable.rows("wsl-pairings.csv", 6).stream().map(Pair::of).toList();

    private static final CheckInfo INFO =
            new CheckInfo("wsl.pairing", Area.WSL, Set.of(Part.WSL, Part.HOST, Part.DOCKER_DESKTOP), List.of());

    /// @param architecture "" = any; @param first, without "" = any; @param curedBy "" = not known
    private record Pair(
            List<Version> releases, String architecture, String first, String without, String curedBy, String source) {
        static Pair of(List<String> row) {
            List<Version> releases =
                    Stream.of(row.get(0).split(",")).map(Version::of).toList();
            return new Pair(releases, row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
        }

        boolean isOfWsl(Version wsl) {
            return releases.stream().anyMatch(wsl::isOfRelease);
        }

        boolean isOfDesktop(Version desktop) {
            return (first.isEmpty() || !desktop.isBefore(Version.of(first)))
                    && (without.isEmpty() || desktop.isBefore(Version.of(without)));
        }
    }

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.dockerDesktop().flatMap((desktop, _) -> desktop.install()),
                MACHINE,
                (install, desktop) -> judgeIfPresent(
                        wsl.packageVersion(),
                        MACHINE,
                        (version, source) ->
                                List.of(judge(version, install.version(), source, desktop, architecture(machine)))));
    }

    private Finding judge(String wsl, String desktop, Source source, Source from, Reading<String> architecture) {
        Version release = Version.parse(wsl).orElse(null);
        if (release == null) return unknown(MACHINE, unreadable(wsl, source));
        List<Pair> rows = PAIRS.stream().filter(pair -> pair.isOfWsl(release)).toList();
        for (Pair row : rows) {
            boolean bound = !row.first().isEmpty() || !row.without().isEmpty();
            Version other = Version.parse(desktop).orElse(null);
            if (other == null && bound) return unknown(MACHINE, unreadable(desktop, from));
            if (other != null && !row.isOfDesktop(other)) continue;
            if (!row.architecture().isEmpty() && architecture instanceof Reading.Unknown<String> unread) {
                return unknown(MACHINE, unread);
            }
            boolean here = row.architecture().isEmpty()
                    || architecture.known().filter(row.architecture()::equals).isPresent();
            if (here) return bad(row, wsl, desktop, source, from);
        }
        return ok(MACHINE, "ok", wsl, desktop);
    }

    private Finding bad(Pair row, String wsl, String desktop, Source source, Source from) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.wsl.version", wsl, source),
                Evidence.of("evidence.wsl.desktop-version", desktop, from));
        String outcome = row.curedBy().isEmpty() ? "reported" : "known-bad";
        return likely(MACHINE, outcome, evidence, wsl, desktop, row.source(), row.curedBy())
                .fixedBy(WslTools.update("wsl.pairing/update"));
    }

    private static Reading<String> architecture(Machine machine) {
        return machine.host().flatMap((host, _) -> host.windows()).map(Host.WindowsVersion::architecture);
    }

    private static Reading.Unknown<String> unreadable(String text, Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no version: " + text, source);
    }
}
