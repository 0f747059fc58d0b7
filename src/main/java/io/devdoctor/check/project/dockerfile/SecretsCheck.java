package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.SecretValue;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Secrets that a Dockerfile holds or lets into the image: whoever pulls the image or reads its history has them.
final class SecretsCheck extends DockerfileCheck {
    private static final int MOST = 10;

    SecretsCheck() {
        super("dockerfile.secrets");
    }

    @Override
    protected List<Finding> examine(Workspace project, Build build, Machine machine) {
        List<Finding> all = new ArrayList<>();
        List<SecretUses.Use> uses = SecretUses.of(build.file());
        group(
                project,
                build,
                "value",
                uses.stream().filter(use -> use.secret().isCertain()).toList(),
                all);
        group(
                project,
                build,
                "password",
                uses.stream().filter(use -> !use.secret().isCertain()).toList(),
                all);
        if (!build.file().isValid()) return all;
        arguments(project, build, all);
        copies(project, build, all);
        return all;
    }

    @Override
    protected boolean concernsRefused() {
        return true;
    }

    private void group(Workspace project, Build build, String outcome, List<SecretUses.Use> uses, List<Finding> all) {
        if (uses.isEmpty()) return;
        String path = build.path();
        List<Evidence> evidence =
                uses.stream().limit(MOST).map(use -> masked(project, path, use)).toList();
        List<Place> places =
                places(project, path, uses.stream().map(SecretUses.Use::line).toList());
        SecretUses.Use first = uses.getFirst();
        Subject subject = project.subject(path, outcome);
        Object[] args = {path, first.line(), first.name(), uses.size()};
        Finding finding = outcome.equals("value")
                ? problem(subject, outcome, evidence, args)
                : likely(subject, outcome, evidence, args);
        all.add(finding.at(places).fixedBy(manual(outcome)));
    }

    private static Evidence masked(Workspace project, String path, SecretUses.Use use) {
        String line = project.line(path, use.line()).map(String::strip).orElse("");
        String shown = use.secret().kind() == SecretValue.Kind.PRIVATE_KEY
                ? use.name() + " " + SecretValue.MASK
                : use.secret().mask(line);
        return Evidence.of("evidence.dockerfile.line", shown, project.source(path, use.line()));
    }

    private void arguments(Workspace project, Build build, List<Finding> all) {
        Dockerfile file = build.file();
        for (Map.Entry<String, List<Integer>> use : SecretUses.arguments(file).entrySet()) {
            String name = use.getKey();
            List<Integer> lines = use.getValue();
            all.add(likely(
                            project.subject(build.path(), name),
                            "build-arg",
                            lines(project, build.path(), lines),
                            name,
                            lines.getFirst())
                    .at(places(project, build.path(), lines))
                    .fixedBy(manual("build-arg", name)));
        }
    }

    private void copies(Workspace project, Build build, List<Finding> all) {
        List<SecretFiles.Copied> copied = SecretFiles.copied(project, build);
        if (copied.isEmpty()) return;
        List<Integer> lines = copied.stream().map(SecretFiles.Copied::line).toList();
        List<Evidence> evidence = new ArrayList<>(lines(project, build.path(), lines));
        boolean certain = false;
        for (SecretFiles.Copied file : copied) {
            if (file.secret().isEmpty()) continue;
            certain |= file.secret().get().isCertain();
            Source source = project.source(file.path(), file.secretLine());
            evidence.add(Evidence.of("evidence.dockerfile.secret-file", file.shown(), source));
        }
        Subject subject = project.subject(build.path(), "copied");
        Object[] args = {build.path(), lines.getFirst(), copied.getFirst().path(), copied.size()};
        Finding finding =
                certain ? problem(subject, "copied-secret", evidence, args) : likely(subject, "copied", evidence, args);
        all.add(finding.at(places(project, build.path(), lines)).fixedBy(manual("copied", args)));
    }
}
