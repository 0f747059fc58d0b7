package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Word;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.GoFile.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs that listen on 127.0.0.1 inside their container, where published ports do not reach them.
final class Loopback {
    private static final Pattern OPTION = Pattern.compile("--?(?:host|bind|listen|addr|address|http|b|H|l)");
    private static final Pattern HERE = Pattern.compile("(?:https?://)?(?:127\\.0\\.0\\.1|localhost)(?::(\\d+))?");
    private static final Pattern PORT = Pattern.compile(".*:(\\d{1,5})");

    private final ForegroundCheck check;
    private final Workspace project;
    private final BuildModel model;

    Loopback(ForegroundCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine(List<MainProcess> processes) {
        List<Finding> all = new ArrayList<>();
        processes.stream()
                .flatMap(process -> option(process).stream())
                .findFirst()
                .ifPresent(all::add);
        code().ifPresent(all::add);
        return all;
    }

    private Optional<Finding> option(MainProcess process) {
        Optional<String> bound = boundTo(process.arguments()).or(() -> byDefault(process));
        boolean told = boundTo(process.arguments()).isPresent();
        return bound.map(value -> {
            List<Evidence> evidence = DockerfileCheck.lines(project, process.path(), List.of(process.line()));
            Object[] args = {process.path(), process.line(), process.name(), value};
            Finding finding = told
                    ? check.warning(project.subject(process.path(), "loopback"), "loopback", evidence, args)
                    : check.likely(project.subject(process.path(), "loopback"), "loopback-default", evidence, args);
            return finding.at(DockerfileCheck.places(project, process.path(), List.of(process.line())));
        });
    }

    private static Optional<String> boundTo(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            if (!OPTION.matcher(parts[0]).matches()) continue;
            String value = parts.length > 1 ? parts[1] : i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (HERE.matcher(value).matches()) return Optional.of(value);
        }
        return Optional.empty();
    }

    /// Servers for development listen for this machine alone unless told otherwise.
    private Optional<String> byDefault(MainProcess process) {
        List<String> arguments = process.arguments();
        boolean told = arguments.stream()
                .anyMatch(word -> word.matches("(?:--host|-h|--bind|-b|--uds|--fd|--config)(?:=.*)?")
                        || word.contains("0.0.0.0")
                        || word.startsWith("$"));
        boolean set = model.target()
                .map(target -> target.sets("UVICORN_HOST") || target.sets("FLASK_RUN_HOST") || target.sets("HOST"))
                .orElse(false);
        if (told || set) return Optional.empty();
        boolean uvicorn = process.name().equals("uvicorn") && !arguments.isEmpty();
        boolean flask = process.name().equals("flask") && arguments.contains("run");
        int django = arguments.indexOf("runserver");
        boolean addressed = django >= 0
                && django + 1 < arguments.size()
                && arguments.get(django + 1).contains(":");
        boolean listens = uvicorn || flask || django >= 0 && !addressed;
        return listens ? Optional.of("127.0.0.1") : Optional.empty();
    }

    /// The program that is built here listens for itself on a port that the image exposes, and on no other address.
    private Optional<Finding> code() {
        Set<String> exposed = exposed();
        if (exposed.isEmpty()
                || model.stages().stream().allMatch(stage -> stage.builds().isEmpty())) return Optional.empty();
        List<Place> places = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        String shown = "";
        for (GoFile file : project.facts().go().values()) {
            if (file.isTest() || !isIn(file.path(), model.build())) continue;
            for (Literal literal : file.literals()) {
                if (literal.kind() == Literal.Kind.LISTEN) return Optional.empty();
                Matcher port = PORT.matcher(literal.value());
                boolean closed = literal.kind() == Literal.Kind.LOOPBACK_LISTEN
                        && port.matches()
                        && exposed.contains(port.group(1));
                if (!closed) continue;
                shown = shown.isEmpty() ? literal.value() : shown;
                places.add(project.place(file.path(), literal.line()));
                evidence.add(Evidence.of(
                        "evidence.dockerfile.listens", literal.value(), project.source(file.path(), literal.line())));
            }
        }
        if (places.isEmpty()) return Optional.empty();
        return Optional.of(check.warning(
                        project.subject(model.build().path(), "listens"),
                        "loopback-code",
                        evidence,
                        model.build().path(),
                        shown)
                .at(places));
    }

    private static boolean isIn(String path, Build build) {
        return build.context().isEmpty() || path.startsWith(build.context() + "/");
    }

    private Set<String> exposed() {
        Set<String> ports = new HashSet<>();
        Optional<StageModel> stage = model.target();
        while (stage.isPresent()) {
            stage.get()
                    .stage()
                    .all(Instruction.Expose.class)
                    .flatMap(expose -> expose.ports().stream())
                    .map(Word::text)
                    .forEach(port -> ports.add(port.split("/", 2)[0]));
            stage = stage.get().parent();
        }
        return ports;
    }
}
