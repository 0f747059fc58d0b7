package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Newline;
import io.devdoctor.format.Span;
import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins physical lines into instructions, as BuildKit's first pass does.
final class DockerfileReader {
    private static final int MARK = 3;

    private final byte[] bytes;
    private final boolean marked;
    private final List<PhysicalLine> lines;
    private final ErrorList errors = new ErrorList();
    private final Directives directives = new Directives(errors);
    private final List<Comment> comments = new ArrayList<>();
    private final List<Comment> above = new ArrayList<>();
    private final List<Trap> traps = new ArrayList<>();
    private final InstructionReader instructions = new InstructionReader(errors, directives);
    private int next;
    private boolean stopped;

    /// @param bytes of the file
    private DockerfileReader(byte[] bytes, boolean marked) {
        this.marked = marked;
        this.bytes = bytes;
        this.lines = PhysicalLine.all(bytes, 0);
    }

    static Dockerfile.Parts read(byte[] file) {
        boolean marked = isMarked(file);
        byte[] content = marked ? Arrays.copyOfRange(file, MARK, file.length) : file;
        return new DockerfileReader(content, marked).read();
    }

    static boolean isMarked(byte[] file) {
        return file.length >= MARK && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF;
    }

    private Dockerfile.Parts read() {
        while (!stopped && next < lines.size()) step();
        List<Instruction> found = instructions.found();
        List<Stage> stages = instructions.stages();
        StageRules.judge(found, stages, bytes.length, directives.escape(), errors);
        int syntaxLine = SyntaxLine.of(bytes).map(SyntaxLine::line).orElse(0);
        traps.addAll(TrapFinder.find(found, stages, comments, directives.escape(), syntaxLine));
        traps.sort(Comparator.comparingInt(Trap::line));
        return new Dockerfile.Parts(
                marked,
                directives.escape(),
                Newline.dominant(bytes, Newline.LF),
                directives.found(),
                comments,
                found,
                stages,
                errors.all(),
                traps);
    }

    private void step() {
        PhysicalLine first = take();
        if (stopped) return;
        int start = skipBlanks(first);
        if (start < first.textEnd() && bytes[start] == '#') {
            comment(first, start, true);
            return;
        }
        directives.read("", new Span(start, start), first.number());
        if (start == first.textEnd()) return;
        LogicalLine.Joining joining = new LogicalLine.Joining(bytes);
        PhysicalLine last = join(joining, first, start);
        instruction(joining.line(), start, first, last);
    }

    /// @return the last physical line that belongs to it
    private PhysicalLine join(LogicalLine.Joining joining, PhysicalLine first, int start) {
        PhysicalLine last = first;
        boolean goesOn = add(joining, first, start);
        while (goesOn && next < lines.size()) {
            PhysicalLine line = take();
            if (stopped) return last;
            last = line;
            int text = skipBlanks(line);
            if (text < line.textEnd() && bytes[text] == '#') {
                comment(line, text, false);
            } else if (text >= line.textEnd()) {
                traps.add(
                        new Trap(Trap.Kind.EMPTY_CONTINUATION, line.number(), new Span(line.start(), line.end()), ""));
            } else {
                goesOn = add(joining, line, line.start());
            }
        }
        return last;
    }

    /// @return whether the next line continues this one
    private boolean add(LogicalLine.Joining joining, PhysicalLine line, int start) {
        int end = line.textEnd();
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) end--;
        boolean goesOn = end > start
                && bytes[end - 1] == directives.escape()
                && (end - 1 == start || bytes[end - 2] != directives.escape());
        joining.add(start, goesOn ? end - 1 : line.textEnd(), line.number());
        return goesOn;
    }

    private void comment(PhysicalLine line, int start, boolean mayBeDirective) {
        Span span = new Span(start, line.textEnd());
        String text = new String(bytes, start, span.length(), StandardCharsets.UTF_8);
        if (mayBeDirective && directives.read(text, span, line.number())) return;
        Comment comment = new Comment(text.substring(1).strip(), span, line.number());
        comments.add(comment);
        above.add(comment);
    }

    private void instruction(LogicalLine text, int start, PhysicalLine first, PhysicalLine last) {
        List<Heredoc> heredocs = new ArrayList<>();
        PhysicalLine end = last;
        if (instructions.mayOpenHeredocs(text)) {
            for (HeredocReader.Opening opening : HeredocReader.of(text.text())) {
                Heredoc heredoc = heredoc(opening, first);
                if (heredoc == null) return;
                heredocs.add(heredoc);
                end = lines.get(next - 1);
            }
        }
        Span span = new Span(start, Math.max(start, end.textEnd()));
        instructions.add(text, span, first.number(), end.number(), List.copyOf(above), heredocs);
        above.clear();
    }

    private @Nullable Heredoc heredoc(HeredocReader.Opening opening, PhysicalLine first) {
        int begin = next;
        int start = begin < lines.size() ? lines.get(begin).start() : bytes.length;
        while (next < lines.size()) {
            PhysicalLine line = take();
            if (stopped) break;
            if (HeredocReader.ends(opening, bytes, line)) {
                return HeredocReader.heredoc(opening, bytes, new Span(start, line.start()), begin + 1);
            }
        }
        stopped = true;
        errors.reading(Kind.HEREDOC_UNTERMINATED, first.number(), opening.name(), "unterminated heredoc");
        return null;
    }

    /// The next line; one that is too long ends the reading.
    private PhysicalLine take() {
        PhysicalLine line = lines.get(next++);
        if (line.isTooLong(bytes)) {
            stopped = true;
            errors.reading(
                    Kind.LINE_TOO_LONG,
                    line.number(),
                    String.valueOf(line.end() - line.start()),
                    "dockerfile line greater than max allowed size of " + PhysicalLine.LONGEST);
        }
        return line;
    }

    /// Blanks of Unicode too, such as the ideographic space.
    private int skipBlanks(PhysicalLine line) {
        int start = line.start();
        while (start < line.textEnd()) {
            int length = bytes[start] >= 0 ? 1 : Math.min(bytes[start] < (byte) 0xE0 ? 2 : 3, line.textEnd() - start);
            String text = new String(bytes, start, length, StandardCharsets.UTF_8);
            if (text.length() != 1 || !LogicalLine.isBlank(text.charAt(0))) break;
            start += length;
        }
        return start;
    }
}
