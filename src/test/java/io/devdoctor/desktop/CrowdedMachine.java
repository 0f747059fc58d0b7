package io.devdoctor.desktop;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Checks that find a great deal: so many findings that no list could hold a node for each.
final class CrowdedMachine {
    private static final List<String> IDS = List.of(
            "dockerfile.exec-form", "compose.version-key", "container.restarts", "docker.mirrors", "network.dns");
    private static final String LONG = " of a project whose name is so long that this title goes on in a second line";

    private CrowdedMachine() {}

    /// What a usual machine says, and this many findings more.
    static List<Check> checks(Set<String> cured, int findings) {
        return Stream.concat(
                        StarvedMachine.checks(cured).stream(),
                        IntStream.range(0, IDS.size()).mapToObj(i -> crowd(i, findings / IDS.size())))
                .toList();
    }

    private static Check crowd(int place, int count) {
        Area area = List.of(Area.PROJECT, Area.PROJECT, Area.CONTAINER, Area.DOCKER, Area.NETWORK)
                .get(place);
        CheckInfo info = new CheckInfo(IDS.get(place), area, Set.of(Part.HOST), List.of());
        List<Finding> found = IntStream.range(0, count)
                .mapToObj(i -> finding(info, place * count + i))
                .toList();
        return new Check() {
            @Override
            public CheckInfo info() {
                return info;
            }

            @Override
            public List<Finding> examine(Machine machine) {
                return found;
            }
        };
    }

    private static Finding finding(CheckInfo info, int number) {
        Verdict verdict = List.of(Verdict.WARNING, Verdict.PROBLEM, Verdict.INFO, Verdict.WARNING)
                .get(number % 4);
        String title = "Finding " + number + (number % 7 == 0 ? LONG : "");
        Source source = new Source(Source.Kind.FILE, "C:\\code\\app\\file-" + number, StarvedMachine.TAKEN);
        return new Finding(
                info,
                Subject.line("C:\\code\\app\\file-" + number, number, ""),
                verdict,
                Certainty.CERTAIN,
                Text.of(title),
                Text.of("It was found."),
                List.of(new Evidence(Text.of("line"), "value " + number, source)),
                List.of(),
                List.of());
    }
}
