package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Version;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether this release of Docker Desktop is known to be unsafe or faulty. Rests on a table, hence never a problem.
final class DesktopReleaseCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.desktop-release", Area.DOCKER, Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_ENGINE), List.of());
    private static final String RELEASE_NOTES = "https://docs.docker.com/desktop/release-notes/";
    private static final List<Row> ROWS = DatedTable.rows("desktop-releases.csv", 5).stream()
            .map(row -> new Row(row.get(0), Version.of(row.get(1)), Version.of(row.get(2)), row.get(3), row.get(4)))
            .toList();

    /// @param from first release with the trouble; @param cured first one without
    private record Row(String kind, Version from, Version cured, String about, String source) {
        boolean holds(Version version) {
            return !version.isBefore(from) && version.isBefore(cured);
        }
    }

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        Optional<Version> version = Presence.desktopVersion(machine);
        if (version.isPresent()) return List.of(judge(machine, version.get()));
        return judgeIfPresent(
                machine.dockerDesktop().flatMap((desktop, _) -> desktop.install()),
                MACHINE,
                (install, source) -> List.of(unknown(
                        MACHINE,
                        new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no version: " + install.version(), source))));
    }

    private Finding judge(Machine machine, Version version) {
        String number = text(version);
        List<Row> rows = ROWS.stream().filter(row -> row.holds(version)).toList();
        if (rows.isEmpty()) return ok(MACHINE, "ok", number);
        Source source = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .sourceOr(new Source(Source.Kind.DERIVED, "GET /version", machine.taken()));
        List<Evidence> evidence = rows.stream()
                .map(row -> new Evidence(
                        Text.of("evidence.docker.desktop-release", row.about(), row.source()), number, source))
                .toList();
        Row worst = rows.getFirst();
        return likely(MACHINE, worst.kind(), evidence, number, worst.about(), text(worst.cured()))
                .fixedBy(Fix.safe(
                        "docker.desktop-release/update",
                        Text.of("fix.docker.desktop-release/update.title"),
                        new Step.Manual(Text.of("fix.docker.desktop-release/update.words"), RELEASE_NOTES)));
    }

    private static String text(Version version) {
        return String.join(".", version.numbers().stream().map(String::valueOf).toList());
    }
}
