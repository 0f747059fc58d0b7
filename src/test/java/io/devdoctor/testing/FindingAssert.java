package io.devdoctor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.stream.Stream;

/// Examines and looks at what was found. Every finding is also said in every language, so that a missing text or
/// argument fails the test that meets it.
public final class FindingAssert {
    private FindingAssert() {}

    /// The findings of a check that sees the parts it declares and no others.
    public static List<Finding> examine(Check check, Machine machine) {
        List<Finding> found = check.examine(machine.narrowedTo(check.info().needs()));
        assertThat(found).as("every check speaks").isNotEmpty();
        assertThat(found.stream().map(Finding::key)).doesNotHaveDuplicates();
        found.forEach(FindingAssert::canBeSaid);
        return found;
    }

    /// The one finding of a check.
    public static Finding one(Check check, Machine machine) {
        List<Finding> found = examine(check, machine);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /// `outcome` is the last part of the message key, `unknown` or `not-applicable` for the common ones.
    public static Finding expect(Check check, Machine machine, Verdict verdict, String outcome) {
        Finding found = one(check, machine);
        assertThat(found.verdict()).as(outcome(found)).isEqualTo(verdict);
        assertThat(outcome(found)).isEqualTo(outcome);
        return found;
    }

    public static String outcome(Finding finding) {
        String key = finding.message().key();
        if (key.startsWith("unknown")) return "unknown";
        return key.startsWith("check.")
                ? key.substring(("check." + finding.check().id() + ".").length())
                : key;
    }

    public static String title(Finding finding) {
        return Messages.of(Language.ENGLISH).say(finding.title());
    }

    private static Stream<Text> words(Fix fix) {
        return fix.steps().stream()
                .flatMap(step -> step instanceof Step.Manual(Text words, var _) ? Stream.of(words) : Stream.of());
    }

    /// Title, message, evidence and fixes have words in every language.
    public static void canBeSaid(Finding finding) {
        Stream<Text> fixes = finding.fixes().stream()
                .flatMap(fix ->
                        Stream.concat(Stream.concat(Stream.of(fix.title()), fix.warnings().stream()), words(fix)));
        Stream<Text> evidence = finding.evidence().stream().map(Evidence::what);
        Stream<Text> all = Stream.concat(Stream.of(finding.title(), finding.message()), Stream.concat(fixes, evidence));
        all.forEach(text -> {
            for (Language language : Language.values()) {
                Messages messages = Messages.of(language);
                assertThat(messages.has(text.key())).as(text.key()).isTrue();
                assertThat(messages.say(text)).as(text.key()).doesNotContainPattern("\\{\\d+[,}]|null");
            }
        });
    }
}
