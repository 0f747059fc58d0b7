package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.format.text.TextEdits;
import io.devdoctor.format.text.TextKind;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.machine.project.TextFile.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Files that are not UTF-8 where their readers in a container want it: Go refuses such sources, YAML such documents,
/// everything else shows garbled text.
final class EncodingCheck extends ProjectCheck {
    private static final Set<String> ENDINGS = Set.of(
            ("go mod work yml yaml json toml env sql properties html htm xml sh bash envsh js mjs ts tsx jsx css py rb"
                            + " rs java kt conf ini cnf tmpl tpl proto graphql dockerfile")
                    .split(" "));
    /// What says of itself how it is encoded.
    private static final Pattern DECLARED = Pattern.compile("(?i)(encoding|coding|charset)\\s*[=:]\\s*[\"']?[\\w-]+");

    private static final int HEAD = 1024;
    private static final int SHOWN = 5;

    EncodingCheck() {
        super("project.encoding");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Map<Encoding, List<TextFile>> found = new EnumMap<>(Encoding.class);
        int texts = 0;
        for (TextFile text : project.facts().texts().values()) {
            if (text.encoding() != Encoding.BINARY) texts++;
            if (isLegacy(text.encoding()) && matters(text)) {
                found.computeIfAbsent(text.encoding(), _ -> new ArrayList<>()).add(text);
            }
        }
        if (texts == 0) return List.of();
        if (found.isEmpty()) return List.of(ok(project.subject(), "ok", texts));
        return found.entrySet().stream()
                .map(each -> judge(project, each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean isLegacy(Encoding encoding) {
        return switch (encoding) {
            case GBK, BIG5, SHIFT_JIS, EUC_KR, OTHER -> true;
            case UTF_8, UTF_16LE, UTF_16BE, BINARY -> false;
        };
    }

    private static boolean matters(TextFile text) {
        String name = Project.name(text.path()).toLowerCase(Locale.ROOT);
        boolean wanted = ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                || name.startsWith(".env")
                || name.startsWith("dockerfile");
        return wanted && !declares(text);
    }

    private static boolean declares(TextFile text) {
        String name = text.path();
        if (name.endsWith(".go") || name.endsWith(".mod")) return false;
        String head = text.content()
                .map(Bytes::toArray)
                .map(bytes -> new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1))
                .orElse(text.firstLine());
        return DECLARED.matcher(head).find();
    }

    private Finding judge(Workspace project, Encoding encoding, List<TextFile> files) {
        Subject subject = project.aspect(encoding.name());
        List<Place> places = files.stream().map(file -> place(project, file)).toList();
        List<Evidence> evidence =
                files.stream().limit(SHOWN).map(file -> evidence(project, file)).toList();
        boolean go = files.stream().anyMatch(file -> file.path().endsWith(".go"));
        String outcome = encoding == Encoding.OTHER ? "other" : go ? "go" : "legacy";
        Finding finding = warning(subject, outcome, evidence, files.size(), word(encoding))
                .at(places);
        return encoding == Encoding.OTHER ? finding : finding.fixedBy(convert(project, encoding, files));
    }

    private static String word(Encoding encoding) {
        return switch (encoding) {
            case SHIFT_JIS -> "Shift_JIS";
            case BIG5 -> "Big5";
            case EUC_KR -> "EUC-KR";
            case GBK, OTHER, UTF_8, UTF_16LE, UTF_16BE, BINARY -> encoding.name();
        };
    }

    private static io.devdoctor.fix.Fix[] convert(Workspace project, Encoding encoding, List<TextFile> files) {
        TextKind kind = TextKind.valueOf(encoding.name());
        Mending mending = new Mending(project);
        files.forEach(file -> mending.edit(file.path(), bytes -> TextEdits.toUtf8(bytes, kind)));
        return mending.fix("project.encoding/convert", files.size(), word(encoding));
    }

    private static Place place(Workspace project, TextFile file) {
        return project.place(file.path(), line(file));
    }

    /// The first line with a byte above ASCII, as people will see it after the repair.
    private static Evidence evidence(Workspace project, TextFile file) {
        int line = line(file);
        Optional<String> shown = file.content()
                .map(bytes -> TextEdits.shown(
                        bytes.toArray(), TextKind.valueOf(file.encoding().name())))
                .flatMap(text -> text.lines().skip(Math.max(0, line - 1L)).findFirst());
        // Values of variables stay where they are.
        boolean variables = Project.name(file.path()).contains(".env");
        String text = shown.orElse(file.firstLine()).strip();
        return Evidence.of(
                "evidence.project.line",
                variables ? text.replaceFirst("=.*", "=\u2026") : text,
                project.source(file.path(), line));
    }

    private static int line(TextFile file) {
        byte[] bytes = file.content().map(Bytes::toArray).orElse(new byte[0]);
        int line = 1;
        for (byte each : bytes) {
            if (each < 0) return line;
            if (each == '\n') line++;
        }
        return 0;
    }
}
