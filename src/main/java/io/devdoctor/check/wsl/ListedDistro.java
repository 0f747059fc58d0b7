package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What wsl.exe lists, held against what the registry says: WSL itself reads its list from there, so that one of the
/// two
/// is out of date where they differ.
record ListedDistro(DistroStateCheck check, List<Row> rows, Source source) {
    /// What the registry calls installed; all else is work in progress, which the registry does not know.
    private static final Set<String> AT_REST = Set.of("Running", "Stopped");

    /// Empty where there is no list to hold against.
    static Optional<ListedDistro> of(DistroStateCheck check, Machine machine) {
        return machine.wslAnswer().flatMap((answer, _) -> answer.list())
                        instanceof Reading.Known<List<Row>>(List<Row> rows, Source source)
                ? Optional.of(new ListedDistro(check, rows, source))
                : Optional.empty();
    }

    /// What contradicts an installed distribution.
    Optional<Finding> contradiction(Wsl.Distro distro, Subject subject) {
        Optional<Row> row = row(distro.name());
        if (row.isEmpty()) {
            return Optional.of(check.warning(subject, "not-listed", evidence(distro, "-"), distro.name())
                    .fixedBy(WslTools.manual("wsl.distro-state/read-anew", distro.name())));
        }
        Optional<Integer> mode = distro.mode().known();
        if (mode.isPresent() && mode.get() != row.get().version()) {
            return Optional.of(check.warning(
                            subject,
                            "mode-differs",
                            evidence(distro, text(row.get())),
                            distro.name(),
                            mode.get(),
                            row.get().version())
                    .fixedBy(WslTools.manual("wsl.distro-state/read-anew", distro.name())));
        }
        return AT_REST.contains(row.get().state())
                ? Optional.empty()
                : Optional.of(check.info(
                        subject,
                        "busy",
                        evidence(distro, text(row.get())),
                        distro.name(),
                        row.get().state()));
    }

    /// That wsl.exe takes for installed what the registry does not.
    Optional<Finding> usable(Wsl.Distro distro, Subject subject) {
        return row(distro.name())
                .filter(row -> AT_REST.contains(row.state()))
                .map(row -> check.warning(
                                subject, "state-differs", evidence(distro, text(row)), distro.name(), row.state())
                        .fixedBy(WslTools.manual("wsl.distro-state/read-anew", distro.name())));
    }

    /// What is listed and not registered. Where a name is unread, its distribution may be the one that is listed.
    List<Finding> strangers(List<Wsl.Distro> distros) {
        boolean unread = distros.stream().anyMatch(distro -> !DistroStateCheck.isNamed(distro));
        if (unread) return List.of();
        return rows.stream()
                .filter(row ->
                        distros.stream().noneMatch(distro -> distro.name().equalsIgnoreCase(row.name())))
                .map(row -> check.warning(
                                Subject.distro(row.name()),
                                "not-registered",
                                List.of(Evidence.of("evidence.wsl.listed", text(row), source)),
                                row.name())
                        .fixedBy(WslTools.manual("wsl.distro-state/read-anew", row.name())))
                .toList();
    }

    private Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equalsIgnoreCase(name)).findFirst();
    }

    private List<Evidence> evidence(Wsl.Distro distro, String listed) {
        String registered = "State " + number(distro.state()) + ", Flags " + number(distro.flags());
        return List.of(
                Evidence.of("evidence.wsl.registered", registered, distro.source()),
                Evidence.of("evidence.wsl.listed", listed, source));
    }

    private static String number(Reading<Long> reading) {
        return reading.known().map(String::valueOf).orElse("-");
    }

    private static String text(Row row) {
        return row.name() + " " + row.state() + " " + row.version();
    }
}
