package io.devdoctor.handbook;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.fix.Fix;
import io.devdoctor.probe.Probes;
import io.devdoctor.proof.Proof;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What every check says of the recorded machines: one finding for each verdict and outcome, one fix for each id.
final class Examples {
    private static final Comparator<Example> CLOSEST =
            Comparator.comparingInt(Example::distance).thenComparing(Example::machine);

    private final Map<String, Map<String, Example>> findings = new TreeMap<>();
    private final Map<String, Map<String, Offer>> fixes = new TreeMap<>();

    /// @param distance 0 = made to show this check, 1 = a sample machine, 2 = any other, 3 = in another language
    record Example(Finding finding, int distance, String machine) {
        /// The last part of the key of its words.
        String outcome() {
            return finding.message()
                    .key()
                    .substring("check.".length() + finding.check().id().length() + 1);
        }
    }

    private record Offer(Fix fix, Example where) {}

    static Examples ofAllMachines() throws RecordingException {
        Examples examples = new Examples();
        for (Proof proof : Proof.all()) {
            String name = proof.toString();
            for (Finding finding : proof.examine().findings()) {
                boolean own = name.startsWith(finding.check().id() + "/");
                examples.add(new Example(finding, own ? 0 : name.startsWith("languages/") ? 3 : 2, name));
            }
        }
        for (String sample : Samples.NAMES) {
            for (Finding finding : new Examination(Samples.open(sample), Probes.ALL, Checks.ALL)
                    .run(_ -> {}, new Cancellation())
                    .findings()) examples.add(new Example(finding, 1, sample));
        }
        return examples;
    }

    private void add(Example example) {
        Finding finding = example.finding();
        String check = finding.check().id();
        if (finding.isMuted() || !finding.message().key().startsWith("check." + check + ".")) return;
        String kind = finding.verdict() + " " + finding.certainty() + " " + example.outcome();
        findings.computeIfAbsent(check, _ -> new TreeMap<>()).merge(kind, example, Examples::closer);
        for (Fix fix : finding.fixes()) {
            fixes.computeIfAbsent(check, _ -> new TreeMap<>())
                    .merge(
                            fix.id(),
                            new Offer(fix, example),
                            (one, other) -> closer(one.where(), other.where()) == one.where() ? one : other);
        }
    }

    private static Example closer(Example one, Example other) {
        return CLOSEST.compare(one, other) <= 0 ? one : other;
    }

    /// The worst first.
    List<Example> of(Check check) {
        List<Example> all = new ArrayList<>(
                findings.getOrDefault(check.info().id(), Map.of()).values());
        all.sort(Comparator.comparingInt(
                        (Example example) -> -example.finding().verdict().rank())
                .thenComparing(Example::outcome));
        return all;
    }

    List<Verdict> verdicts(Check check) {
        return of(check).stream()
                .map(example -> example.finding().verdict())
                .distinct()
                .toList();
    }

    List<Fix> fixes(Check check) {
        Collection<Offer> offers =
                fixes.getOrDefault(check.info().id(), Map.of()).values();
        return offers.stream().map(Offer::fix).toList();
    }
}
