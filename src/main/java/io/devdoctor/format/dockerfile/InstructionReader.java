package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Puts instructions into stages as they come.
final class InstructionReader {
    private static final Set<String> WITH_HEREDOCS = Set.of("RUN", "COPY", "ADD");

    private final ErrorList errors;
    private final List<Instruction> found = new ArrayList<>();
    private final Directives directives;
    private int stage = -1;

    InstructionReader(ErrorList errors, Directives directives) {
        this.errors = errors;
        this.directives = directives;
    }

    /// An instruction's first word, its flags and the rest.
    ///
    /// @param keyword as written
    record Split(String keyword, List<Flag> flags, LogicalLine rest) {
        String name() {
            return keyword.toUpperCase(Locale.ROOT);
        }
    }

    static Split split(LogicalLine line) {
        LogicalLine trimmed = line.trimmed();
        int end = 0;
        while (end < trimmed.length() && !LogicalLine.isDelimiter(trimmed.at(end))) end++;
        FlagReader.Split split = FlagReader.split(trimmed.from(end).trimmed());
        return new Split(trimmed.text().substring(0, end), split.flags(), split.rest());
    }

    boolean mayOpenHeredocs(LogicalLine line) {
        if (!line.text().contains("<<")) return false;
        Split split = split(line);
        if (split.name().equals("ONBUILD")) split = split(split.rest());
        return WITH_HEREDOCS.contains(split.name())
                && JsonStrings.read(split.rest()).isEmpty();
    }

    void add(LogicalLine line, Span span, int start, int end, List<Comment> above, List<Heredoc> heredocs) {
        Split split = split(line);
        if (split.name().equals("FROM")) stage++;
        Instruction.Head head =
                new Instruction.Head(split.keyword(), line.text(), span, start, end, stage, split.flags(), above);
        found.add(new ArgumentReader(head, split, heredocs, directives.escape(), errors).read());
    }

    List<Instruction> found() {
        return List.copyOf(found);
    }

    List<Stage> stages() {
        List<List<Instruction>> inside = new ArrayList<>();
        List<Instruction.From> beginnings = new ArrayList<>();
        for (Instruction instruction : found) {
            if (instruction instanceof Instruction.From from) {
                beginnings.add(from);
                inside.add(new ArrayList<>());
            } else if (!inside.isEmpty()) {
                inside.getLast().add(instruction);
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (Instruction.From from : beginnings) {
            stages.add(new Stage(stages.size(), from.stageName(), from, inside.get(stages.size())));
        }
        return stages;
    }
}
