package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.EditResult;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Scripts that call docker with paths of the container: in Git Bash such a path becomes one of Windows, `/app` turns
/// into `C:/Program Files/Git/app`.
final class ShellPathsCheck extends ProjectCheck {
    private static final Pattern CALL = Pattern.compile("\\bdocker(?:\\.exe)?\\b[^#]*\\b(?:run|exec|cp|create)\\b.*");
    /// A word that begins with one slash, behind a blank, a colon or an option; two slashes are left alone.
    private static final Pattern REWRITTEN = Pattern.compile("\\s(?:-v|-w|--volume|--workdir|--entrypoint|--mount)["
            + " =]\\S*?:?/(?!/)[A-Za-z]|\\s/(?!/)[A-Za-z][\\w./-]*|\\s[\\w.-]+:/(?!/)[A-Za-z]");
    private static final Pattern CURED = Pattern.compile("MSYS_NO_PATHCONV|MSYS2_ARG_CONV_EXCL");
    private static final String SETTING = "export MSYS_NO_PATHCONV=1";

    ShellPathsCheck() {
        super("project.shell-paths", Part.GIT);
    }

    private record Line(int number, String text) {}

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        // Git Bash comes with Git for Windows.
        boolean gitBash = machine.platform().isWindows()
                && machine.git().known().filter(git -> git.install().isKnown()).isPresent();
        if (!gitBash) return List.of();
        Map<TextFile, List<Line>> found = new LinkedHashMap<>();
        List<TextFile> scripts = project.kept(path -> path.matches("(?i).*\\.(sh|bash)"));
        for (TextFile file : scripts) {
            List<Line> lines = lines(file);
            if (!lines.isEmpty()) found.put(file, lines);
        }
        if (scripts.isEmpty()) return List.of();
        if (found.isEmpty()) return List.of(ok(project.subject(), "ok", scripts.size()));
        List<Evidence> evidence = new ArrayList<>();
        List<Finding.Place> places = new ArrayList<>();
        found.forEach((file, lines) -> lines.forEach(line -> {
            evidence.add(Evidence.of(
                    "evidence.project.line", line.text().strip(), project.source(file.path(), line.number())));
            places.add(project.place(file.path(), line.number()));
        }));
        return List.of(info(project.subject(), "rewritten", evidence, places.size(), found.size())
                .at(places)
                .fixedBy(keep(project, found.keySet())));
    }

    private static List<Line> lines(TextFile file) {
        String text = new String(file.content().orElseThrow().toArray(), StandardCharsets.UTF_8);
        if (CURED.matcher(text).find()) return List.of();
        List<Line> found = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.stripLeading().startsWith("#")) continue;
            if (CALL.matcher(line).find() && REWRITTEN.matcher(line).find()) found.add(new Line(number, line));
        }
        return found;
    }

    private static Fix[] keep(Workspace project, Iterable<TextFile> files) {
        Mending mending = new Mending(project);
        int count = 0;
        for (TextFile file : files) {
            mending.edit(file.path(), ShellPathsCheck::withSetting);
            count++;
        }
        return mending.fix("project.shell-paths/keep", count);
    }

    /// Behind the first line where that names the interpreter.
    private static EditResult withSetting(byte[] bytes) {
        boolean shebang = bytes.length > 1 && bytes[0] == '#' && bytes[1] == '!';
        int end = 0;
        if (shebang) {
            while (end < bytes.length && bytes[end] != '\n') end++;
            if (end == bytes.length) return new EditResult.Refused(EditResult.Reason.NOT_FOUND, "");
            end++;
        }
        boolean crlf = end > 1 && bytes[end - 2] == '\r';
        byte[] line = (SETTING + (crlf ? "\r\n" : "\n")).getBytes(StandardCharsets.US_ASCII);
        byte[] result = Arrays.copyOf(bytes, bytes.length + line.length);
        System.arraycopy(line, 0, result, end, line.length);
        System.arraycopy(bytes, end, result, end + line.length, bytes.length - end);
        return new EditResult.Edited(result);
    }
}
