package io.devdoctor.cli;

import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How much of the machine is looked at, and for how long.
final class Extent {
    @Option(
            names = "--only",
            order = 1,
            arity = "1..*",
            split = ",",
            paramLabel = "AREA|ID,...",
            hideParamSyntax = true,
            completionCandidates = Completions.Selections.class,
            descriptionKey = "option.only")
    private List<String> only = List.of();

    @Option(
            names = "--skip",
            order = 2,
            arity = "1..*",
            split = ",",
            paramLabel = "AREA|ID,...",
            hideParamSyntax = true,
            completionCandidates = Completions.Selections.class,
            descriptionKey = "option.skip")
    private List<String> skip = List.of();

    @Option(names = "--timeout", order = 3, paramLabel = "TIME", descriptionKey = "option.timeout")
    private @Nullable Duration timeout;

    /// Whether what was asked for is nowhere to be found: it would pass for healthy.
    boolean missesAll(ExaminationResult result) {
        return !only.isEmpty()
                && result.findings().stream().allMatch(finding -> finding.verdict() == Verdict.NOT_APPLICABLE);
    }

    /// @param projects whether there is a project to look at, or may be
    Examination of(Examination whole, boolean projects) {
        Selection selection = new Selection(only, skip);
        if (selection.isEmpty()) throw CliProblem.usage(Text.of("cli.error.nothing-left"));
        if (!projects && selection.isOfProjects()) throw CliProblem.usage(Text.of("cli.error.only-projects"));
        Examination some = whole.only(selection::admits);
        return timeout == null ? some : some.within(timeout);
    }

    /// Whether anything is left out by name.
    boolean isPartial() {
        return !only.isEmpty() || !skip.isEmpty();
    }
}
