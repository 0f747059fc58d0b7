package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposeProblem;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVariables;
import io.devdoctor.format.compose.DotEnv;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Variables: those that nobody defines, those that Linux tells apart by their case, and those that lead to the wrong
/// place.
final class EnvironmentCheck extends ComposeCheck {
    /// Programs look for them in this case alone.
    private static final Set<String> WELL_KNOWN = Set.of(
            "GOPATH",
            "GOPROXY",
            "GOOS",
            "GOARCH",
            "GOFLAGS",
            "GOPRIVATE",
            "GO111MODULE",
            "CGO_ENABLED",
            "PATH",
            "TZ",
            "HOME",
            "LANG",
            "LC_ALL",
            "NODE_ENV",
            "JAVA_HOME",
            "JAVA_OPTS",
            "PYTHONPATH",
            "LD_LIBRARY_PATH");
    private static final Set<String> EITHER_CASE =
            Set.of("http_proxy", "https_proxy", "no_proxy", "ftp_proxy", "all_proxy");
    private static final List<String> EXAMPLES = List.of(".env.example", ".env.sample", ".env.template", ".env.dist");

    EnvironmentCheck() {
        super("compose.environment");
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>();
        undefined(stack).ifPresent(found::add);
        broken(stack).ifPresent(found::add);
        cases(stack).ifPresent(found::add);
        spelling(stack).ifPresent(found::add);
        found.addAll(new WrongHosts(this, stack).all());
        String env = ComposePaths.resolve(stack.compose().folder(), ".env");
        if (!stack.compose().env().read() && stack.isUnread(env)) found.add(unread(stack, env));
        return found;
    }

    /// The shell that starts Compose may define them after all.
    private Optional<Finding> undefined(Stack stack) {
        List<Hit> hits = stack.compose().problems().stream()
                .filter(problem ->
                        problem.kind() == Kind.UNDEFINED_VARIABLE || problem.kind() == Kind.REQUIRED_VARIABLE)
                .map(problem -> new Hit(problem.place(), problem.detail()))
                .toList();
        if (hits.isEmpty()) return Optional.empty();
        boolean required =
                stack.compose().problems().stream().map(ComposeProblem::kind).anyMatch(Kind.REQUIRED_VARIABLE::equals);
        Finding finding = found(stack, Verdict.WARNING, Certainty.LIKELY, required ? "required" : "undefined", hits);
        Set<String> names = hits.stream().map(Hit::name).collect(Collectors.toSet());
        return Optional.of(
                fromExample(stack, names).map(finding::fixedBy).orElseGet(() -> finding.fixedBy(byHand("define"))));
    }

    private static Optional<Fix> fromExample(Stack stack, Set<String> names) {
        String folder = stack.compose().folder();
        String env = ComposePaths.resolve(folder, ".env");
        if (stack.entry(env).isPresent() || !stack.isKnown(env)) return Optional.empty();
        for (String example : EXAMPLES) {
            Optional<Bytes> bytes = stack.workspace().bytes(ComposePaths.resolve(folder, example));
            boolean defines = bytes.map(one -> DotEnv.parse(one.toArray(), ComposeVariables.NONE))
                    .filter(one ->
                            names.stream().anyMatch(name -> one.entry(name).isPresent()))
                    .isPresent();
            if (!defines) continue;
            String id = "compose.environment/from-example";
            return Optional.of(Fix.suggestion(
                    id,
                    Text.of("fix." + id + ".title", example),
                    Text.of("warning.compose.example"),
                    new Step.EditFile(stack.workspace().facts().absolute(env), null, bytes.orElseThrow())));
        }
        return Optional.empty();
    }

    /// Compose stops at a line of `.env` that it cannot read.
    private Optional<Finding> broken(Stack stack) {
        String env = ComposePaths.resolve(stack.compose().folder(), ".env");
        return stack.compose().env().faults().stream()
                .findFirst()
                .map(line -> finding(
                                stack.subject(env, "broken"),
                                Verdict.WARNING,
                                Certainty.CERTAIN,
                                "broken",
                                List.of(Evidence.of(
                                        "evidence.compose.env-line",
                                        String.valueOf(line),
                                        stack.workspace().source(env, line))),
                                String.valueOf(line))
                        .at(List.of(stack.workspace().place(env, line))));
    }

    private Optional<Finding> cases(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            Map<String, Field> first = new LinkedHashMap<>();
            for (Field variable : service.environmentAsWritten()) {
                String lower = variable.name().toLowerCase(Locale.ROOT);
                if (EITHER_CASE.contains(lower)) continue;
                Field other = first.putIfAbsent(lower, variable);
                if (other == null || other.name().equals(variable.name())) continue;
                hits.add(new Hit(other.place(), other.name()));
                hits.add(new Hit(variable.place(), variable.name()));
            }
        }
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(warning(stack, "case", hits).fixedBy(byHand("one-case")));
    }

    private Optional<Finding> spelling(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            for (Field variable : service.environmentAsWritten()) {
                String upper = variable.name().toUpperCase(Locale.ROOT);
                boolean twice = service.environment().containsKey(upper);
                if (twice || !WELL_KNOWN.contains(upper)) continue;
                hits.add(new Hit(variable.place(), variable.name()));
                Variables.rename(mending, service, variable, upper);
            }
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = warning(stack, "spelling", hits);
        return Optional.of(mending.fix("compose.environment/upper-case")
                .map(finding::fixedBy)
                .orElse(finding));
    }
}
