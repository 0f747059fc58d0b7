package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Launch;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.JsonText;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether there is a program in the foreground, which a container lives as long as, and whether anybody outside of it
/// can reach where it listens.
final class ForegroundCheck extends DockerfileCheck {
    ForegroundCheck() {
        super("dockerfile.foreground");
    }

    @Override
    protected List<Finding> examine(Workspace project, Build build, Machine machine) {
        BuildModel model = BuildModel.of(project, build);
        List<Finding> all = new ArrayList<>();
        List<MainProcess> processes = MainProcess.of(project, model);
        if (!processes.isEmpty())
            daemon(project, build, model, processes.getLast()).ifPresent(all::add);
        all.addAll(new Loopback(this, project, model).examine(processes));
        return all;
    }

    private Optional<Finding> daemon(Workspace project, Build build, BuildModel model, MainProcess last) {
        List<Integer> lines = List.of(last.line());
        Object[] args = {last.path(), last.line(), last.name()};
        if (last.background() && !last.words().isEmpty()) {
            Finding finding = problem(
                    project.subject(last.path(), "background"), "background", lines(project, last.path(), lines), args);
            return Optional.of(finding.at(places(project, last.path(), lines)));
        }
        Optional<Daemons.Daemon> daemon = Daemons.of(last.words())
                .filter(one -> one.certain() || !new DaemonSettings(project, model).mayStay(one.name()));
        return daemon.map(one -> {
            Object[] named = {last.path(), last.line(), one.name()};
            Finding finding = one.certain()
                    ? problem(
                            project.subject(last.path(), "daemon"), "daemon", lines(project, last.path(), lines), named)
                    : likely(
                            project.subject(last.path(), "daemon"),
                            "daemon-likely",
                            lines(project, last.path(), lines),
                            named);
            return fixed(finding.at(places(project, last.path(), lines)), fix(project, build, model, last, one));
        });
    }

    private Optional<Fix> fix(
            Workspace project, Build build, BuildModel model, MainProcess last, Daemons.Daemon daemon) {
        Optional<Launch.Part> main = model.target().map(StageModel::launch).flatMap(Launch::main);
        boolean here = last.path().equals(build.path()) && last.earlier().isEmpty();
        boolean alone = model.target()
                .map(StageModel::launch)
                .map(launch -> launch.entrypoint().isEmpty() || launch.command().isEmpty())
                .orElse(false);
        if (!here || !alone || main.isEmpty() || daemon.fitting().isEmpty()) return Optional.empty();
        boolean fixedWords = daemon.fitting().get().stream().noneMatch(word -> word.contains("$"));
        if (!fixedWords) return Optional.empty();
        String json = daemon.fitting().get().stream().map(JsonText::quote).collect(Collectors.joining(", ", "[", "]"));
        DockerfileEdit edit = build.file().edit().replace(main.get().command().span(), json);
        return edit(project, build.path(), "foreground", edit, daemon.name());
    }
}
