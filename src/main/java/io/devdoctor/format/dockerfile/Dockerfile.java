package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Newline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A Dockerfile as BuildKit reads it.
///
/// Spans count bytes behind the byte order mark. Errors come as BuildKit finds them: the first one is what it prints,
/// and what it would find afterwards follows.
public final class Dockerfile {
    private final byte[] bytes;
    private final Parts parts;

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
    }

    /// Reads any bytes; what is wrong with them is in [#errors].
    public static Dockerfile parse(byte[] bytes) {
        byte[] kept = bytes.clone();
        return new Dockerfile(kept, DockerfileReader.read(kept));
    }

    public List<Directive> directives() {
        return parts.directives();
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
        List<Stage> earlier = stages().subList(0, Math.clamp(user, 0, stages().size()));
        Optional<Stage> named = named(reference.toLowerCase(Locale.ROOT), earlier);
        if (named.isPresent() || !reference.matches("\\d{1,4}")) return named;
        int index = Integer.parseInt(reference);
        return index < earlier.size() ? Optional.of(earlier.get(index)) : Optional.empty();
    }

    /// The earlier stage that `FROM image` continues; unlike [#source] the case counts.
    public Optional<Stage> base(String image, int user) {
        return named(image, stages().subList(0, Math.clamp(user, 0, stages().size())));
    }

    /// The stages that are built for one of them: itself and all that it is made of. BuildKit passes the others over.
    public Set<Integer> neededFor(Stage target) {
        return StageRules.reachable(stages().subList(0, target.index() + 1));
    }

    private static Optional<Stage> named(String name, List<Stage> earlier) {
        return earlier.stream()
                .filter(stage -> !name.isEmpty() && stage.name().equals(name))
                .reduce((_, last) -> last);
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

    /// The same bytes.
    public byte[] print() {
        return bytes.clone();
    }

    /// Begins a chain of edits.
    public DockerfileEdit edit() {
        return new DockerfileEdit(print());
    }
}
