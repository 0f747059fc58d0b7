package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.GoProgram;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.GoFile.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a time zone that the Dockerfile sets can be found in the image, and whether one is set where work
/// is done by the clock.
final class TimeZoneCheck extends StageCheck {
    private static final Set<String> CLOCKWORK = Set.of("crond", "cron", "supercronic", "go-crond", "ofelia");

    private static final Set<String> RUNTIMES = Set.of("node", "npm", "npx", "yarn", "pnpm", "java");

    TimeZoneCheck() {
        super("dockerfile.time-zone");
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        return model.target().flatMap(stage -> examine(project, model, stage)).stream()
                .toList();
    }

    /// A line that sets the zone.
    private record Setting(int line, String zone) {}

    private Optional<Finding> examine(Workspace project, BuildModel model, StageModel stage) {
        RuntimeData data = new RuntimeData(model, stage);
        List<Setting> settings = settings(stage);
        if (settings.isEmpty()) return unset(project, model, stage, data);
        String zone = settings.stream()
                .map(Setting::zone)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        boolean lacking = data.lacksZones() && (zone.isEmpty() || RuntimeData.needsData(zone));
        boolean wanting = lacking || data.lacksLegacy(zone);
        if (!wanting || isAskedByName(data) || bringsItsOwn(model, stage)) return Optional.empty();
        Finding finding = wanting(project, model, stage, settings, zone, lacking);
        if (!lacking) return Optional.of(finding);
        return Optional.of(fixed(finding, ZoneFixes.line(data).flatMap(lines -> bring(project, model, stage, lines))));
    }

    /// Programs that ask for a zone by name are another check's, and those that bring their zones are nobody's.
    private static boolean isAskedByName(RuntimeData data) {
        List<RuntimeData.Program> programs = data.programs();
        return !programs.isEmpty()
                && programs.stream()
                        .allMatch(program -> RuntimeData.bringsZones(program)
                                || program.code().literals(Literal.Kind.TIME_ZONE).stream()
                                        .anyMatch(spot -> RuntimeData.needsData(
                                                spot.literal().value())));
    }

    private Finding wanting(
            Workspace project,
            BuildModel model,
            StageModel stage,
            List<Setting> settings,
            String zone,
            boolean lacking) {
        String outcome = lacking ? "no-zone-data" : "legacy-zone";
        String file = model.build().path();
        List<Integer> lines =
                new ArrayList<>(settings.stream().map(Setting::line).toList());
        lines.add(imageLine(stage));
        Subject subject = project.subject(file, stage.name() + " TZ");
        Object[] args = {zone, imageOf(stage), lines.getFirst(), zone.isEmpty() ? 0 : 1};
        Finding finding = stage.isScratch()
                ? warning(subject, outcome, lines(project, file, lines), args)
                : likely(subject, outcome, lines(project, file, lines), args);
        return finding.at(places(project, file, lines));
    }

    private Optional<Fix> bring(Workspace project, BuildModel model, StageModel stage, List<String> lines) {
        DockerfileEdit edit =
                model.build().file().edit().insertAfter(stage.stage().from(), lines.toArray(String[]::new));
        return suggest(project, model.build().path(), "bring-zones", edit, lines.getFirst());
    }

    /// Node.js and Java have zone data in themselves.
    private static boolean bringsItsOwn(BuildModel model, StageModel stage) {
        boolean image = stage.image()
                .filter(one -> one.family().matches("node|eclipse-temurin|openjdk|gcr\\.io/distroless/.*"))
                .isPresent();
        return image || model.started().stream().anyMatch(started -> RUNTIMES.contains(started.name()));
    }

    private static List<Setting> settings(StageModel stage) {
        List<Setting> found = new ArrayList<>();
        for (Optional<StageModel> at = Optional.of(stage);
                at.isPresent();
                at = at.get().parent()) {
            StageModel one = at.get();
            one.stage()
                    .all(Instruction.Env.class)
                    .filter(env ->
                            env.pairs().stream().anyMatch(pair -> pair.key().equals("TZ")))
                    .forEach(env -> found.add(
                            new Setting(env.line(), stage.variable("TZ").orElse(""))));
            one.runs().stream()
                    .filter(run -> Set.of("ln", "cp").contains(run.command().program()))
                    .filter(run ->
                            !run.command().conditional() && !run.command().tolerated())
                    .flatMap(run -> linked(run).stream())
                    .forEach(found::add);
        }
        // A value that is not known may be one that needs nothing.
        boolean open = stage.sets("TZ") && stage.variable("TZ").isEmpty();
        return open ? List.of() : found;
    }

    /// `ln -s /usr/share/zoneinfo/… /etc/localtime`.
    private static Optional<Setting> linked(RunCommand run) {
        List<String> operands = run.command().operands();
        boolean localtime = operands.size() == 2 && operands.getLast().equals("/etc/localtime");
        String start = "/usr/share/zoneinfo/";
        if (!localtime || !operands.getFirst().startsWith(start)) return Optional.empty();
        String zone = operands.getFirst().substring(start.length());
        return Optional.of(new Setting(run.line(), zone.contains("$") ? "" : zone));
    }

    /// Work by the clock, and nobody says by which.
    private Optional<Finding> unset(Workspace project, BuildModel model, StageModel stage, RuntimeData data) {
        boolean set = stage.sets("TZ")
                || stage.look("/etc/localtime").isPresent()
                || stage.look("/etc/timezone").isPresent() && !stage.isScratch();
        if (set) return Optional.empty();
        String file = model.build().path();
        Subject subject = project.subject(file, stage.name() + " TZ");
        Optional<Integer> line = model.started().stream()
                .filter(started -> CLOCKWORK.contains(
                        started.name().substring(started.name().lastIndexOf('/') + 1)))
                .map(started -> started.line())
                .findFirst();
        if (line.isPresent()) {
            List<Integer> lines = List.of(line.get());
            return Optional.of(
                    info(subject, "unset", lines(project, file, lines)).at(places(project, file, lines)));
        }
        return data.programs().stream()
                .filter(program ->
                        program.code().literals(Literal.Kind.TIME_ZONE).isEmpty())
                .flatMap(program -> program
                        .code()
                        .uses(path -> path.startsWith("github.com/robfig/cron")
                                || path.startsWith("github.com/go-co-op/gocron"))
                        .stream())
                .findFirst()
                .map(use -> clocked(project, subject, use));
    }

    private Finding clocked(Workspace project, Subject subject, GoProgram.Use use) {
        return info(subject, "unset", List.of(line(project, use.file().path(), use.line())))
                .at(List.of(project.place(use.file().path(), use.line())));
    }
}
