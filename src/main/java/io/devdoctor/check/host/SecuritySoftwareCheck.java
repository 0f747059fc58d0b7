package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Security;
import io.devdoctor.machine.Security.Antivirus;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which products besides Microsoft's look into files and connections. That one is there accuses it of nothing.
final class SecuritySoftwareCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.security-software", Area.HOST, Set.of(Part.SECURITY), List.of());
    private static final List<Program> PROGRAMS = DatedTable.rows("security-software.csv", 3).stream()
            .map(row -> new Program(row.get(0), row.get(1), row.get(2)))
            .toList();

    /// @param reference the report in which it stood between WSL and the network
    private record Program(String file, String product, String reference) {}

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.security(), MACHINE, (security, _) -> List.of(judge(security)));
    }

    private Finding judge(Security security) {
        List<String> names = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        if (security.antivirus() instanceof Reading.Known<List<Antivirus>>(List<Antivirus> all, Source source)) {
            all.stream()
                    .filter(product -> product.isOn() && !product.isMicrosoft())
                    .forEach(product -> {
                        names.add(product.name());
                        evidence.add(Evidence.of(
                                "evidence.host.antivirus",
                                "%s: 0x%06X".formatted(product.name(), product.state()),
                                source));
                    });
        }
        if (security.programs() instanceof Reading.Known<List<String>>(List<String> running, Source source)) {
            PROGRAMS.stream()
                    .filter(program -> running.stream().anyMatch(program.file()::equalsIgnoreCase))
                    .forEach(program -> {
                        names.add(program.product());
                        evidence.add(Evidence.of(
                                "evidence.host.program", program.file() + ": " + program.reference(), source));
                    });
        }
        if (!names.isEmpty()) return info(MACHINE, "others", evidence, Text.several(names));
        return Stream.of(security.antivirus(), security.programs())
                .<Finding>flatMap(reading -> reading instanceof Reading.Unknown<?> unread
                        ? Stream.of(unknown(MACHINE, unread))
                        : Stream.of())
                .findFirst()
                .orElseGet(() -> ok(MACHINE, "none"));
    }
}
