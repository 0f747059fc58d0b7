package io.devdoctor.check.project;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.Reached.Reach;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.text.TextEdits;
import io.devdoctor.format.text.TextKind;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Byte order marks and UTF-16 where their readers do not expect them. A mark that nobody minds is not mentioned: in
/// a Dockerfile, in YAML, in a `.env` that Compose reads.
final class ByteOrderMarkCheck extends ProjectCheck {
    private static final Pattern READ_BY_LINUX =
            Pattern.compile("(.*/)?(crontab|[^/]*\\.cron|[^/]*\\.cnf)|(.*/)?cron\\.d/.*");
    /// Visual Studio and npm write and read such files with a mark.
    private static final Pattern TOLERANT = Pattern.compile(
            "(?i)(.*/)?(appsettings.*|launchsettings|global|nuget.*|tsconfig.*|package|package-lock|composer)\\.json");
    private static final Pattern WIDE = Pattern.compile(
            "(?i)(.*/)?([^/]*\\.(go|sh|bash|envsh|mod|sum|work)|\\.env(\\.[^/]*)?"
                + "|[^/]*\\.env|[^/]*\\.?dockerignore|\\.git(ignore|attributes)|(docker|container)file[^/]*|[^/]*\\.dockerfile)");

    ByteOrderMarkCheck() {
        super("project.byte-order-mark");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Reached reached = Reached.of(project);
        List<TextFile> executed = new ArrayList<>();
        List<TextFile> read = new ArrayList<>();
        List<TextFile> json = new ArrayList<>();
        List<TextFile> wide = new ArrayList<>();
        for (TextFile text : project.facts().texts().values()) {
            boolean utf8 = text.encoding() == TextFile.Encoding.UTF_8 && text.marked();
            if (text.encoding().isUtf16() && WIDE.matcher(text.path()).matches()) wide.add(text);
            if (!utf8) continue;
            List<Reach> ways = reached.of(text.path());
            boolean direct = ways.stream().anyMatch(each -> each.how() == How.DIRECT || each.how() == How.BY_FOLDER);
            String name = Project.name(text.path()).toLowerCase(Locale.ROOT);
            if (text.hasShebang() && direct) executed.add(text);
            else if (!ways.isEmpty()
                    || ScriptTexts.isScript(text)
                    || READ_BY_LINUX.matcher(text.path()).matches()) {
                read.add(text);
            } else if (name.endsWith(".json") && !TOLERANT.matcher(text.path()).matches()) json.add(text);
        }
        List<Finding> found = new ArrayList<>();
        if (!executed.isEmpty()) found.add(marked(project, "executed", Verdict.PROBLEM, Certainty.CERTAIN, executed));
        if (!read.isEmpty()) found.add(marked(project, "read", Verdict.WARNING, Certainty.CERTAIN, read));
        if (!json.isEmpty()) found.add(marked(project, "json", Verdict.WARNING, Certainty.LIKELY, json));
        if (!wide.isEmpty()) found.add(wide(project, wide));
        if (!found.isEmpty()) return found;
        return project.facts().texts().isEmpty() ? List.of() : List.of(ok(project.subject(), "ok"));
    }

    private Finding marked(
            Workspace project, String outcome, Verdict verdict, Certainty certainty, List<TextFile> files) {
        Mending mending = new Mending(project);
        files.forEach(file -> mending.edit(file.path(), bytes -> new EditResult.Edited(TextEdits.withoutMark(bytes))));
        return finding(
                        subject(project, outcome),
                        verdict,
                        certainty,
                        outcome,
                        evidence(project, files),
                        files.size(),
                        files.getFirst().path())
                .at(places(project, files))
                .fixedBy(mending.fix("project.byte-order-mark/remove", files.size()));
    }

    private Finding wide(Workspace project, List<TextFile> files) {
        Mending mending = new Mending(project);
        files.forEach(file -> mending.edit(
                file.path(),
                bytes ->
                        TextEdits.toUtf8(bytes, TextKind.valueOf(file.encoding().name()))));
        // Git goes on without what it cannot read; everything else stops.
        boolean stops =
                files.stream().anyMatch(file -> !Project.name(file.path()).startsWith(".git"));
        return finding(
                        subject(project, "wide"),
                        stops ? Verdict.PROBLEM : Verdict.WARNING,
                        Certainty.CERTAIN,
                        "wide",
                        evidence(project, files),
                        files.size(),
                        files.getFirst().path())
                .at(places(project, files))
                .fixedBy(mending.fix("project.byte-order-mark/convert", files.size()));
    }

    private static Subject subject(Workspace project, String outcome) {
        return project.aspect(outcome);
    }

    private static List<Finding.Place> places(Workspace project, List<TextFile> files) {
        return files.stream().map(file -> project.place(file.path(), 1)).toList();
    }

    private static List<Evidence> evidence(Workspace project, List<TextFile> files) {
        return files.stream()
                .limit(20)
                .map(file ->
                        Evidence.of("evidence.project.first-bytes", firstBytes(file), project.source(file.path(), 1)))
                .toList();
    }

    private static String firstBytes(TextFile file) {
        return switch (file.encoding()) {
            case UTF_16LE -> file.marked() ? "FF FE" : "UTF-16LE";
            case UTF_16BE -> file.marked() ? "FE FF" : "UTF-16BE";
            case UTF_8, GBK, BIG5, SHIFT_JIS, EUC_KR, OTHER, BINARY ->
                file.hasShebang() ? "EF BB BF " + file.firstLine() : "EF BB BF";
        };
    }
}
