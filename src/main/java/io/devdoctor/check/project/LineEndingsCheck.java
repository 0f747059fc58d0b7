package io.devdoctor.check.project;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.Reached.Reach;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.dockerfile.Heredoc;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.text.TextEdits;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Carriage returns where Linux reads them: in scripts that a build or a container executes, in files that a shell
/// sources, in heredocs of a Dockerfile. Everywhere else they harm nobody, and nothing is said.
final class LineEndingsCheck extends ProjectCheck {
    LineEndingsCheck() {
        super("project.line-endings");
    }

    /// A file with CRLF and how it is met.
    private record Bad(TextFile text, Optional<Reach> reach) {}

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Reached reached = Reached.of(project);
        List<Bad> executed = new ArrayList<>();
        List<Bad> read = new ArrayList<>();
        List<Bad> scripts = new ArrayList<>();
        for (TextFile text : project.facts().texts().values()) {
            if (text.crlf() == 0 || text.encoding().isUtf16()) continue;
            List<Reach> ways = reached.unmended(text.path());
            Optional<Reach> direct = ways.stream()
                    .filter(each -> each.how() == How.DIRECT || each.how() == How.BY_FOLDER)
                    .findFirst();
            boolean mended = ways.isEmpty() && !reached.of(text.path()).isEmpty();
            if (direct.isPresent() && ScriptTexts.endsFirstLineWithCr(text)) executed.add(new Bad(text, direct));
            else if (!ways.isEmpty() && isRead(text, ways))
                read.add(new Bad(text, ways.stream().findFirst()));
            else if (!mended && ScriptTexts.isScript(text)) scripts.add(new Bad(text, Optional.empty()));
        }
        List<Finding> found = new ArrayList<>();
        heredocs(project).ifPresent(found::add);
        if (!executed.isEmpty()) found.add(finding(project, "executed", Verdict.PROBLEM, executed));
        if (!read.isEmpty()) found.add(finding(project, "read", Verdict.WARNING, read));
        if (!scripts.isEmpty()) found.add(finding(project, "scripts", worst(project, scripts), scripts));
        if (!found.isEmpty()) return found;
        return project.facts().texts().isEmpty() ? List.of() : List.of(ok(project.subject(), "ok"));
    }

    /// Shells stumble over it; Python and its like do not.
    private static boolean isRead(TextFile text, List<Reach> ways) {
        boolean sourced = ways.stream().anyMatch(each -> each.how() == How.SOURCED);
        return sourced || ScriptTexts.isShell(text);
    }

    /// A script that Git turned into CRLF here was meant for Linux; one that was written so may be for Git Bash.
    private static Verdict worst(Workspace project, List<Bad> scripts) {
        boolean turned = scripts.stream()
                .anyMatch(each -> IndexText.of(project, each.text.path())
                        .filter(index -> index.crlf() == 0)
                        .isPresent());
        return turned ? Verdict.WARNING : Verdict.INFO;
    }

    private Finding finding(Workspace project, String outcome, Verdict verdict, List<Bad> files) {
        Subject subject = project.aspect(outcome);
        List<Evidence> evidence = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Bad each : files) {
            TextFile text = each.text;
            places.add(project.place(text.path(), text.hasShebang() ? 1 : 0));
            evidence.add(Evidence.of(
                    "evidence.project.crlf-lines",
                    text.crlf(),
                    project.source(text.path(), text.hasShebang() ? 1 : 0)));
            each.reach.ifPresent(reach -> evidence.add(Evidence.of(
                    "evidence.project.executed-by",
                    project.line(reach.byFile(), reach.line())
                            .orElse(reach.imagePath())
                            .strip(),
                    project.source(reach.byFile(), reach.line()))));
        }
        Bad first = files.getFirst();
        String path = first.text.path();
        return finding(
                        subject,
                        verdict,
                        Certainty.CERTAIN,
                        outcome,
                        evidence,
                        files.size(),
                        path,
                        first.reach.map(Reach::imagePath).orElse(path),
                        first.text.firstLine())
                .at(places)
                .fixedBy(convert(
                        project, files.stream().map(each -> each.text.path()).toList()));
    }

    private static Fix[] convert(Workspace project, List<String> paths) {
        Mending mending = new Mending(project);
        paths.forEach(path -> mending.edit(path, bytes -> new EditResult.Edited(TextEdits.toLf(bytes))));
        AttributeFiles.of(project).ifPresent(files -> files.keep(mending, paths));
        // Outside a repository, and where it says so already, no .gitattributes is written.
        String title = mending.isAbout(".gitattributes")
                ? "project.line-endings/convert"
                : "project.line-endings/convert.alone";
        return mending.fixTitled("project.line-endings/convert", title, paths.size());
    }

    private Optional<Finding> heredocs(Workspace project) {
        List<Evidence> evidence = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        TreeSet<String> files = new TreeSet<>();
        for (Build build : project.builds()) {
            boolean seen = !files.contains(build.path());
            for (Instruction instruction : build.file().instructions()) {
                for (Heredoc heredoc : heredocs(instruction).toList()) {
                    if (!heredoc.content().contains("\r\n") || !seen) continue;
                    files.add(build.path());
                    places.add(project.place(build.path(), heredoc.line()));
                    evidence.add(Evidence.of(
                            "evidence.project.instruction",
                            instruction.text().strip(),
                            project.source(build.path(), instruction.line())));
                }
            }
        }
        if (files.isEmpty()) return Optional.empty();
        Subject subject = project.aspect("heredoc");
        return Optional.of(problem(subject, "heredoc", evidence, places.size(), files.first())
                .at(places)
                .fixedBy(convert(project, List.copyOf(files))));
    }

    private static Stream<Heredoc> heredocs(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Run run -> run.heredocs().stream();
            case Instruction.Transfer copy -> copy.heredocs().stream();
            default -> Stream.empty();
        };
    }
}
