package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage.Start;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.GoProgram;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.compose.ComposePort;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.GoFile.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Whether the ports that are exposed, published and listened on are the same ones.
final class PortsCheck extends StageCheck {
    PortsCheck() {
        super("dockerfile.ports");
    }

    /// The ports that an image speaks of.
    ///
    /// @param complete whether all words of EXPOSE are known
    private record Ports(
            TreeSet<Integer> exposed, List<GoProgram.Spot> listening, List<Integer> lines, boolean complete) {
        TreeSet<Integer> listened() {
            TreeSet<Integer> ports = new TreeSet<>();
            for (GoProgram.Spot spot : listening) {
                String value = spot.literal().value();
                ports.add(Integer.parseInt(value.substring(value.lastIndexOf(':') + 1)));
            }
            return ports;
        }

        TreeSet<Integer> all() {
            TreeSet<Integer> ports = listened();
            ports.addAll(exposed);
            return ports;
        }
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> found = new ArrayList<>();
        Optional<StageModel> target = model.target();
        if (target.isEmpty()) return found;
        Ports ports = ports(model, target.get());
        if (!ports.complete() || ports.all().isEmpty()) return found;
        exposed(project, model, ports).ifPresent(found::add);
        for (ComposeService service : model.services()) {
            published(project, model, service, ports).ifPresent(found::add);
        }
        return found;
    }

    private static Ports ports(BuildModel model, StageModel stage) {
        TreeSet<Integer> exposed = new TreeSet<>();
        List<Integer> lines = new ArrayList<>();
        boolean complete = stage.isScratch() || stage.image().isPresent();
        for (Optional<StageModel> at = Optional.of(stage);
                at.isPresent();
                at = at.get().parent()) {
            for (Instruction.Expose expose :
                    at.get().stage().all(Instruction.Expose.class).toList()) {
                lines.add(expose.line());
                for (Word word : expose.ports()) {
                    Optional<String> text = at.get().expand(word.text());
                    complete &= text.filter(port -> port.matches("\\d{1,5}(/\\w+)?"))
                            .isPresent();
                    text.filter(port -> port.matches("\\d{1,5}(/(?i:tcp))?"))
                            .ifPresent(port -> exposed.add(Integer.parseInt(port.split("/", 2)[0])));
                }
            }
        }
        List<GoProgram.Spot> listening = new RuntimeData(model, stage)
                .programs().stream()
                        .flatMap(program -> program.code().literals(Literal.Kind.LISTEN).stream())
                        .toList();
        // Servers of the base image listen where we cannot see it.
        boolean server =
                stage.image().filter(image -> image.start() != Start.PLAIN).isPresent();
        return new Ports(exposed, listening, lines, complete && !server);
    }

    private Optional<Finding> exposed(Workspace project, BuildModel model, Ports ports) {
        TreeSet<Integer> both = ports.listened();
        both.retainAll(ports.exposed());
        if (ports.exposed().isEmpty() || ports.listening().isEmpty() || !both.isEmpty()) return Optional.empty();
        GoProgram.Spot spot = ports.listening().getFirst();
        String file = model.build().path();
        List<Evidence> evidence = new ArrayList<>(lines(project, file, ports.lines()));
        evidence.add(listens(project, spot));
        List<Place> places = new ArrayList<>(places(project, file, ports.lines()));
        places.add(project.place(spot.file().path(), spot.literal().line()));
        return Optional.of(info(
                        project.subject(file, "expose"),
                        "exposed",
                        evidence,
                        text(ports.exposed()),
                        text(ports.listened()))
                .at(places));
    }

    private static Evidence listens(Workspace project, GoProgram.Spot spot) {
        return Evidence.of(
                "evidence.dockerfile.listens",
                spot.literal().value(),
                project.source(spot.file().path(), spot.literal().line()));
    }

    private static String text(TreeSet<Integer> ports) {
        return String.join(", ", ports.stream().map(String::valueOf).toList());
    }

    /// A published port behind which nobody seems to listen.
    private Optional<Finding> published(Workspace project, BuildModel model, ComposeService service, Ports ports) {
        boolean moved = service.node().get("command").isPresent()
                || service.node().get("entrypoint").isPresent()
                || service.environment().keySet().stream()
                        .anyMatch(name -> name.contains("PORT") || name.contains("ADDR"));
        if (moved) return Optional.empty();
        List<ComposePort> others = service.ports().stream()
                .filter(port -> port.protocol().equals("tcp"))
                .filter(port -> ports.all().stream().noneMatch(port.target()::contains))
                .toList();
        if (others.isEmpty()) return Optional.empty();
        ComposePort first = others.getFirst();
        String file = model.build().path();
        String compose = first.node().place().file();
        List<Evidence> evidence = new ArrayList<>(
                List.of(line(project, compose, first.node().place().line())));
        evidence.addAll(lines(project, file, ports.lines()));
        if (!ports.listening().isEmpty())
            evidence.add(listens(project, ports.listening().getFirst()));
        List<Place> places = new ArrayList<>();
        others.forEach(
                port -> places.add(project.place(compose, port.node().place().line())));
        places.addAll(places(project, file, ports.lines()));
        return Optional.of(info(
                        project.subject(compose, service.name() + " ports"),
                        "published",
                        evidence,
                        service.name(),
                        first.target().toString(),
                        text(ports.all()))
                .at(places));
    }
}
