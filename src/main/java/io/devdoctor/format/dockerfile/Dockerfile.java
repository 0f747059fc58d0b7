package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Newline;
import io.devdoctor.format.Span;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// A Dockerfile as BuildKit reads it.
///
/// Spans count bytes behind the byte order mark. Errors come as BuildKit finds them: the first one is what it prints,
/// and what it would find afterwards follows.
public final class Dockerfile {
    private static final int MARK = 3;

    private final byte[] bytes;
    private final Parts parts;
    /// Indexes of the stages of each name.
    private final Map<String, NavigableSet<Integer>> names = new HashMap<>();

    /// @param marked    whether the file begins with a UTF-8 byte order mark
    /// @param escape    `\` or a backtick
    record Parts(
            boolean marked,
            char escape,
            Newline newline,
            List<Directive> directives,
            List<Comment> comments,
            List<Instruction> instructions,
            List<Stage> stages,
            List<DockerfileError> errors,
            List<Trap> traps) {
        Parts {
            directives = List.copyOf(directives);
            comments = List.copyOf(comments);
            instructions = List.copyOf(instructions);
            stages = List.copyOf(stages);
            errors = List.copyOf(errors);
            traps = List.copyOf(traps);
        }
    }

    private Dockerfile(byte[] bytes, Parts parts) {
        this.bytes = bytes;
        this.parts = parts;
        for (Stage stage : parts.stages()) {
            if (!stage.name().isEmpty()) {
                names.computeIfAbsent(stage.name(), _ -> new TreeSet<>()).add(stage.index());
            }
        }
    }

    /// Reads any bytes; what is wrong with them is in [#errors].
    public static Dockerfile parse(byte[] bytes) {
        byte[] kept = bytes.clone();
        return new Dockerfile(kept, DockerfileReader.read(kept));
    }

    public List<Directive> directives() {
        return parts.directives();
    }

    /// The frontend that reads the file; "" = the one that the engine brings.
    String syntax() {
        byte[] content = marked() ? Arrays.copyOfRange(bytes, MARK, bytes.length) : bytes;
        return SyntaxLine.of(content).map(SyntaxLine::image).orElse("");
    }

    /// `\`, or a backtick where the escape directive says so.
    public char escape() {
        return parts.escape();
    }

    /// The file's own, LF where it has none.
    public Newline newline() {
        return parts.newline();
    }

    public boolean marked() {
        return parts.marked();
    }

    public List<Comment> comments() {
        return parts.comments();
    }

    /// All of them, in order.
    public List<Instruction> instructions() {
        return parts.instructions();
    }

    /// ARG before the first FROM.
    public List<Instruction.Arg> globalArgs() {
        return parts.instructions().stream()
                .filter(instruction -> instruction.stage() < 0)
                .filter(Instruction.Arg.class::isInstance)
                .map(Instruction.Arg.class::cast)
                .toList();
    }

    public List<Stage> stages() {
        return parts.stages();
    }

    /// The stage that `COPY --from=` or `--mount from=` of stage `user` names: by name whatever its case, else by
    /// number. Empty = an image, or no earlier stage.
    public Optional<Stage> source(String reference, int user) {
        Optional<Stage> named = named(reference.toLowerCase(Locale.ROOT), user);
        if (named.isPresent() || !reference.matches("\\d{1,4}")) return named;
        int index = Integer.parseInt(reference);
        return index < Math.min(user, stages().size()) ? Optional.of(stages().get(index)) : Optional.empty();
    }

    /// The earlier stage that `FROM image` continues; unlike [#source] the case counts.
    public Optional<Stage> base(String image, int user) {
        return named(image, user);
    }

    /// The stages that are built for one of them: itself and all that it is made of. BuildKit passes the others over.
    public Set<Integer> neededFor(Stage target) {
        Expander arguments = new GlobalArguments(instructions(), escape()).expander();
        return new StageGraph(stages(), arguments).neededFor(target.index());
    }

    /// The last one of that name before the stage that uses it.
    private Optional<Stage> named(String name, int user) {
        NavigableSet<Integer> indexes = names.getOrDefault(name, Collections.emptyNavigableSet());
        return Optional.ofNullable(indexes.lower(user)).map(stages()::get);
    }

    public List<DockerfileError> errors() {
        return parts.errors();
    }

    public List<Trap> traps() {
        return parts.traps();
    }

    /// Whether a build gets beyond reading.
    public boolean isValid() {
        return parts.errors().isEmpty();
    }

    /// The file put together again from directives, comments and instructions in the order in which they were read,
    /// and what stands between them: the same bytes.
    public byte[] print() {
        int mark = marked() ? MARK : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Span span : spans()) {
            int start = mark + span.start();
            if (start < done) continue;
            out.write(bytes, done, start - done);
            out.write(bytes, start, span.length());
            done = start + span.length();
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }

    private List<Span> spans() {
        return Stream.of(
                        parts.directives().stream().map(Directive::span),
                        parts.comments().stream().map(Comment::span),
                        parts.instructions().stream().map(Instruction::span))
                .flatMap(Function.identity())
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    /// Begins a chain of edits.
    public DockerfileEdit edit() {
        return new DockerfileEdit(bytes);
    }
}
