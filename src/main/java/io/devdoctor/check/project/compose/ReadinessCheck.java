package io.devdoctor.check.project.compose;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.compose.ComposeDependency;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeWords;
import io.devdoctor.format.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether services wait for those they need until these answer, and whether health checks can work at all.
final class ReadinessCheck extends ComposeCheck {
    private static final String HEALTHY = "service_healthy";
    private static final Map<String, Tool> TOOLS = Map.of("curl", Tool.CURL, "wget", Tool.WGET, "bash", Tool.BASH);

    ReadinessCheck() {
        super("compose.readiness");
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>();
        waits(stack, found);
        tools(stack, found);
        return found;
    }

    private void waits(Stack stack, List<Finding> found) {
        List<Hit> off = new ArrayList<>();
        List<Hit> none = new ArrayList<>();
        List<Hit> early = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService from : stack.services()) {
            for (ComposeDependency one : from.dependencies()) {
                Optional<ComposeService> target = stack.compose().service(one.service());
                if (target.isEmpty()) continue;
                Hit hit = new Hit(one.place(), from.name() + " \u2192 " + one.service());
                if (one.condition().equals(HEALTHY)) {
                    if (target.get().isHealthcheckOff()) off.add(hit);
                    else if (lacksHealth(stack, target.get())) none.add(hit);
                } else if (one.condition().equals("service_started") && isEarly(from, target.get())) {
                    early.add(hit);
                    StartOrder.mend(mending, from, one, target.get());
                }
            }
        }
        if (!off.isEmpty()) found.add(warning(stack, "health-off", off).fixedBy(byHand("health")));
        if (!none.isEmpty()) found.add(likely(stack, "no-health", none).fixedBy(byHand("health")));
        if (early.isEmpty()) return;
        Finding finding = info(stack, "order-only", early);
        Optional<Fix> fix =
                mending.changes() == 0 ? Optional.empty() : mending.suggestion("compose.readiness/wait", "wait");
        found.add(finding.fixedBy(fix.orElseGet(() -> byHand("health"))));
    }

    /// Only where it is known of the image that it has none.
    private static boolean lacksHealth(Stack stack, ComposeService target) {
        boolean own = target.healthcheck()
                .filter(health -> health.get("test").isPresent())
                .isPresent();
        if (own) return false;
        Started started = Started.of(stack, target);
        if (target.node().get("build").isPresent()) {
            return started.file().isPresent()
                    && started.last(Instruction.Healthcheck.class).isEmpty()
                    && started.image().isPresent();
        }
        boolean ofLibrary = target.image()
                .flatMap(ImageReference::parse)
                .filter(image -> !image.family().contains("/"))
                .isPresent();
        return KnownService.of(target).filter(KnownService::healthless).isPresent()
                || ofLibrary && started.image().isPresent();
    }

    /// What is started again until it works needs no order.
    private static boolean isEarly(ComposeService from, ComposeService target) {
        boolean again =
                from.text("restart").filter(policy -> !policy.equals("no")).isPresent()
                        || from.node()
                                .mapping("deploy")
                                .flatMap(deploy -> deploy.mapping("restart_policy"))
                                .isPresent();
        return !again
                && KnownService.of(target)
                        .filter(known -> known.kind().isWaitedFor())
                        .isPresent();
    }

    private void tools(Stack stack, List<Finding> found) {
        List<Hit> missing = new ArrayList<>();
        List<Hit> shells = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            Optional<ComposeWords> health = service.health();
            if (health.isEmpty()) continue;
            Started started = Started.of(stack, service);
            Optional<KnownImage> image = started.image();
            if (image.isEmpty()) continue;
            Hit hit = Hit.of(service, health.get().place());
            if (health.get().shell() && image.get().shell() == Shell.NONE && !started.mentions("/bin/sh"))
                shells.add(hit);
            else if (lacksTool(health.get(), image.get(), started)) missing.add(hit);
        }
        if (!missing.isEmpty()) found.add(likely(stack, "tool", missing).fixedBy(byHand("tool")));
        if (!shells.isEmpty()) found.add(likely(stack, "shell", shells).fixedBy(byHand("tool")));
    }

    private static boolean lacksTool(ComposeWords health, KnownImage image, Started started) {
        return TOOLS.entrySet().stream()
                .anyMatch(tool -> runs(health, tool.getKey())
                        && image.has(tool.getValue()).isNo()
                        && !started.mentions(tool.getKey()));
    }

    private static boolean runs(ComposeWords health, String tool) {
        if (!health.shell()) {
            String program = health.words().isEmpty() ? "" : health.words().getFirst();
            return program.substring(program.lastIndexOf('/') + 1).equals(tool);
        }
        return Pattern.compile("(?:^|[;&|(]\\s*|\\bexec\\s+)(?:\\S*/)?" + tool + "\\s")
                .matcher(health.line().strip() + " ")
                .find();
    }
}
