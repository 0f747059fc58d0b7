package io.devdoctor.check.container;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A question asked of every container that it concerns.
abstract class ContainerCheck implements Check {

    /// Whether the question arises, by what the list says: for most, of what runs.
    boolean concerns(Container container) {
        return EngineContainers.isRunning(container);
    }

    /// What is to be said about one that was inspected; nothing = it is well.
    abstract Stream<Finding> judge(Ward ward, Container container, Details details, Source source);

    /// What is said where nothing else is.
    abstract Finding well(Ward ward);

    @Override
    public List<Finding> examine(Machine machine) {
        Subject engine = EngineContainers.all(machine);
        return judgeIfPresent(
                        machine.containers(), engine, (containers, _) -> judge(new Ward(machine, containers, engine)))
                .stream()
                .map(finding ->
                        finding.verdict() == Verdict.UNKNOWN ? finding.explainedBy(EngineContainers.UNREAD) : finding)
                .toList();
    }

    private List<Finding> judge(Ward ward) {
        List<Container> concerned =
                ward.containers().all().stream().filter(this::concerns).toList();
        List<Finding> found = new ArrayList<>();
        for (Container container : concerned) {
            if (container.details() instanceof Reading.Known<Details>(Details details, Source source)) {
                judge(ward, container, details, source)
                        .map(finding -> EngineContainers.withCompose(finding, container))
                        .forEach(found::add);
            }
        }
        found.addAll(unread(ward, concerned));
        long unseen = ward.containers().unseen().stream().filter(this::concerns).count();
        // What was found of some says nothing about those that nobody looked into.
        if (unseen > 0) found.add(notInspected(ward, unseen));
        return found.isEmpty() ? List.of(well(ward)) : found;
    }

    /// One finding, however many could not be read.
    private List<Finding> unread(Ward ward, List<Container> concerned) {
        List<Container> unread = concerned.stream()
                .filter(container -> container.details() instanceof Reading.Unknown<Details>)
                .toList();
        if (unread.isEmpty()) return List.of();
        Container first = unread.getFirst();
        boolean alone = unread.size() == 1;
        Subject subject = alone ? EngineContainers.of(ward.machine(), first) : ward.engine();
        if (!(first.details() instanceof Reading.Unknown<Details> why)) return List.of();
        Finding found =
                unknown(subject, why).with(Evidence.of("evidence.container.not-read", unread.size(), why.source()));
        return List.of(alone ? EngineContainers.withCompose(found, first) : found);
    }

    private Finding notInspected(Ward ward, long unseen) {
        Text name = Text.of(info().nameKey());
        int all = ward.containers().all().size();
        return new Finding(
                info(),
                ward.engine(),
                Verdict.UNKNOWN,
                Certainty.CERTAIN,
                Text.of("container.not-inspected.title", name, unseen, all),
                Text.of("container.not-inspected", name, unseen, all),
                List.of(EngineContainers.unseen(ward.containers(), unseen)),
                List.of(),
                List.of());
    }
}
