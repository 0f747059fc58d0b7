package io.devdoctor.check.project.compose;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.network.EngineHere;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeSize;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Memory limits against what the engine has, and against what the programs inside are told to take.
final class MemoryCheck extends ComposeCheck {
    private static final int WORTH_A_WORD = 3;
    /// The group is the size; one without a unit counts in that of the value.
    private static final Map<Pattern, String> SETTINGS = Map.of(
            Pattern.compile("-Xmx(\\d+[kKmMgGtT]?)"), "",
            Pattern.compile("--?max[-_]old[-_]space[-_]size[= ](\\d+)"), "m",
            Pattern.compile("--wiredTigerCacheSizeGB[= ](\\d+(?:\\.\\d+)?)"), "g",
            Pattern.compile("--maxmemory[= ](\\d+[kmg]?b?)"), "",
            Pattern.compile("shared_buffers=(\\d+[kMGT]B)"), "",
            Pattern.compile("--innodb[-_]buffer[-_]pool[-_]size=(\\d+[KMG]?)"), "");

    MemoryCheck() {
        super("compose.memory", SILENCES, Part.DOCKER_ENGINE);
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>();
        heaps(stack, found);
        List<Hit> undying = stack.services().stream()
                .filter(service -> service.isTrue("oom_kill_disable"))
                .map(service -> Hit.of(
                        service,
                        service.node().get("oom_kill_disable").orElseThrow().place()))
                .toList();
        if (!undying.isEmpty())
            found.add(warning(stack, "never-killed", undying).fixedBy(byHand("limit")));
        List<ComposeService> limited = stack.services().stream()
                .filter(service -> service.memoryLimit().isPresent())
                .toList();
        if (limited.isEmpty()) unlimited(stack, found);
        else if (!EngineHere.isElsewhere(stack.machine())) compared(stack, limited, found);
        return found;
    }

    private void unlimited(Stack stack, List<Finding> found) {
        boolean silent = stack.services().stream()
                .anyMatch(service -> service.isSilent("mem_limit")
                        || service.node().get("deploy").isPresent());
        if (silent || stack.services().size() < WORTH_A_WORD) return;
        List<Hit> hits = stack.services().stream()
                .map(service -> Hit.of(service, service.place()))
                .toList();
        found.add(info(stack, "without", hits).fixedBy(byHand("limit")));
    }

    private void compared(Stack stack, List<ComposeService> limited, List<Finding> found) {
        Reading<Long> memory = stack.machine()
                .dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .flatMap((info, _) -> info.memoryTotal());
        switch (memory) {
            case Reading.Known<Long>(Long engine, Source source) -> compared(stack, limited, engine, source, found);
            case Reading.Unknown<Long> unread ->
                found.add(unknown(stack.subject(stack.compose().file(), ""), unread));
            // Nothing runs that the limits could be held against.
            case Reading.Absent<Long> _, Reading.NotApplicable<Long> _ -> {
                if (found.isEmpty())
                    found.add(notApplicable(stack.subject(stack.compose().file(), "")));
            }
        }
    }

    private void compared(Stack stack, List<ComposeService> limited, long engine, Source source, List<Finding> found) {
        Evidence has = Evidence.of("evidence.compose.engine-memory", engine, source);
        List<Hit> large = limited.stream()
                .filter(service -> service.memoryLimit().orElse(0) > engine)
                .map(service -> Hit.of(service, place(service)))
                .toList();
        if (!large.isEmpty()) {
            found.add(warning(stack, "above-engine", large, Text.size(engine))
                    .with(has)
                    .fixedBy(byHand("limit")));
        }
        List<ComposeService> together =
                limited.stream().filter(service -> service.profiles().isEmpty()).toList();
        long sum = together.stream()
                .mapToLong(service -> service.memoryLimit().orElse(0) * Math.max(1, service.replicas()))
                .sum();
        if (large.isEmpty() && sum > engine) {
            List<Hit> hits = together.stream()
                    .map(service -> Hit.of(service, place(service)))
                    .toList();
            found.add(info(stack, "sum", hits, Text.size(sum), Text.size(engine))
                    .with(has)
                    .fixedBy(byHand("limit")));
        }
    }

    private static ComposePlace place(ComposeService service) {
        return service.memoryNode().map(Scalar::place).orElse(service.place());
    }

    private void heaps(Stack stack, List<Finding> found) {
        List<Hit> hits = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            OptionalLong limit = service.memoryLimit();
            if (limit.isEmpty()) continue;
            for (Field variable : service.environment().values()) {
                if (!(variable.value() instanceof Scalar value) || !value.known()) continue;
                boolean go = variable.name().equals("GOMEMLIMIT");
                long told = go ? ComposeSize.bytes(value.text()).orElse(0) : told(value.text());
                if (told >= limit.getAsLong()) hits.add(Hit.of(service, variable.place()));
            }
            service.words("command")
                    .filter(words -> told(words.line()) >= limit.getAsLong())
                    .ifPresent(words -> hits.add(Hit.of(service, words.place())));
        }
        if (!hits.isEmpty()) found.add(warning(stack, "heap", hits).fixedBy(byHand("heap")));
    }

    /// The most that a program is told to take, in bytes; 0 = nothing is told.
    private static long told(String line) {
        long most = 0;
        for (Map.Entry<Pattern, String> one : SETTINGS.entrySet()) {
            Matcher setting = one.getKey().matcher(line);
            while (setting.find()) {
                most = Math.max(
                        most,
                        ComposeSize.bytes(setting.group(1) + one.getValue()).orElse(0));
            }
        }
        return most;
    }
}
