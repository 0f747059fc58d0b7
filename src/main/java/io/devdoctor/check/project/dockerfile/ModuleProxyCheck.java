package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.RunCommand;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether builds fetch modules and packages from where this network reaches them.
final class ModuleProxyCheck extends StageCheck {
    private static final String USUAL = "https://goproxy.cn,direct";
    /// What else is known to serve modules, Go's own default last.
    private static final List<String> PROXIES = DatedTable.rows("go-proxies.csv", 1).stream()
            .map(row -> row.getFirst() + ",direct")
            .toList();

    ModuleProxyCheck() {
        super("dockerfile.module-proxy", Part.ENVIRONMENT);
    }

    @Override
    protected boolean concerns(Build build) {
        return build.file().stages().stream()
                .flatMap(stage -> stage.all(Instruction.Run.class))
                .flatMap(run -> run.programs().stream())
                .anyMatch(command ->
                        command.program().equals("go") || command.program().equals("apk"));
    }

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        List<Finding> all = new ArrayList<>();
        for (StageModel stage : model.reachable()) {
            fetching(stage)
                    .filter(_ -> LayerOrderCheck.fetchesModules(project, model.build()))
                    .filter(run -> !isTold(stage, run))
                    .flatMap(run -> proxy(project, model, run, machine))
                    .ifPresent(all::add);
            AlpineRelease.mismatch(stage)
                    .map(found -> release(project, model, found))
                    .ifPresent(all::add);
        }
        return all;
    }

    private static Optional<RunCommand> fetching(StageModel stage) {
        return stage.runs().stream()
                .filter(run ->
                        Fetcher.of(run.command()).filter(Fetcher.GO::equals).isPresent())
                .filter(run -> !run.command().has("-mod=vendor"))
                .findFirst();
    }

    private static boolean isTold(StageModel stage, RunCommand first) {
        ShellCommand command = first.command();
        boolean written =
                stage.runs().stream().map(run -> run.run().command().text()).anyMatch(text -> text.contains("GOPROXY"));
        return stage.sets("GOPROXY") || written || command.assigned("GOPROXY").isPresent();
    }

    private Optional<Finding> proxy(Workspace project, BuildModel model, RunCommand run, Machine machine) {
        Optional<HostGoProxy> host = HostGoProxy.of(machine);
        boolean far = HostGoProxy.isFarFromDefault(machine.platform());
        if (host.isEmpty() && !far) return Optional.empty();
        String path = model.build().path();
        List<Evidence> evidence = new ArrayList<>(List.of(line(project, path, run.line())));
        host.ifPresent(set ->
                evidence.add(Evidence.of("evidence.dockerfile.host-proxy", "GOPROXY=" + set.value(), set.source())));
        Source system = new Source(Source.Kind.DERIVED, "platform", machine.taken());
        String place = machine.platform().locale() + ", " + machine.platform().timeZone();
        if (far) evidence.add(Evidence.of("evidence.dockerfile.region", place, system));
        String value = host.map(HostGoProxy::value).orElse(USUAL);
        Object[] args = {path, run.line(), value};
        Finding finding = host.isPresent() && far
                ? likely(project.subject(path, "proxy"), "host-proxy", evidence, args)
                : info(project.subject(path, "proxy"), host.isPresent() ? "host-proxy" : "region", evidence, args);
        Finding placed = finding.at(places(project, path, List.of(run.line())));
        List<String> known =
                Stream.concat(Stream.of(value), PROXIES.stream()).distinct().toList();
        Parameter.OneOf proxies = new Parameter.OneOf(Text.of("parameter.go-proxy"), Parameter.plain(known), value);
        return Optional.of(fixed(
                placed,
                Choice.of(proxies, wanted -> asking(project, model, run, wanted))
                        .advised()));
    }

    private Optional<Fix> asking(Workspace project, BuildModel model, RunCommand run, String proxy) {
        DockerfileEdit edit = model.build().file().edit().insertBefore(run.run(), "ARG GOPROXY=" + proxy);
        return suggest(project, model.build().path(), "proxy", edit, proxy);
    }

    private Finding release(Workspace project, BuildModel model, AlpineRelease found) {
        String path = model.build().path();
        List<Integer> lines = List.of(found.line(), imageLine(found.stage()));
        Object[] args = {path, found.line(), found.written(), imageOf(found.stage())};
        Finding finding = found.image().isPresent()
                ? warning(project.subject(path, "apk"), "alpine-release", lines(project, path, lines), args)
                : likely(project.subject(path, "apk"), "alpine-release-floating", lines(project, path, lines), args);
        return fixed(
                finding.at(places(project, path, lines)),
                found.fix(model.build().file())
                        .flatMap(edit -> edit(
                                project,
                                path,
                                "alpine-release",
                                edit,
                                found.image().orElse(""))));
    }
}
