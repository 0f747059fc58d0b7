package io.devdoctor.check.project;

import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Mount;
import io.devdoctor.format.dockerfile.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the stages that a build really runs take from its context by a name that the file tells.
///
/// @param stage   in which it is taken
/// @param written as the file has it
/// @param path    relative to the context, cleaned; "" = everything
/// @param line    1-based
public record ContextSource(Stage stage, Instruction instruction, String written, String path, int line) {
    private static final String QUOTES = "^[\"']|[\"']$";

    public static List<ContextSource> of(BuildModel model) {
        return model.reachable().stream()
                .map(StageModel::stage)
                .flatMap(stage -> stage.instructions().stream().flatMap(each -> of(stage, each)))
                .toList();
    }

    /// Those whose files end up in the image: of the target and of what it continues.
    static List<ContextSource> intoImage(BuildModel model) {
        List<Stage> image = Stream.iterate(
                        model.target(), Optional::isPresent, stage -> stage.flatMap(StageModel::parent))
                .map(stage -> stage.orElseThrow().stage())
                .toList();
        return of(model).stream()
                .filter(source -> image.contains(source.stage))
                .filter(source -> source.instruction instanceof Instruction.Transfer)
                .toList();
    }

    /// Whether it stands for several files, or for none.
    public boolean isPattern() {
        return path.matches(".*[*?\\[\\\\].*");
    }

    /// Whether it takes whatever lies in the context.
    boolean isWhole() {
        return path.isEmpty() || path.equals("*");
    }

    private static Stream<ContextSource> of(Stage stage, Instruction instruction) {
        if (instruction instanceof Instruction.Transfer copy) {
            return copy.flag("from").isPresent()
                    ? Stream.empty()
                    : copy.sources().stream()
                            .filter(word -> isPlain(word.text()))
                            .map(word -> new ContextSource(
                                    stage,
                                    copy,
                                    word.text(),
                                    Build.clean(word.text().replaceAll(QUOTES, "")),
                                    word.line()));
        }
        if (!(instruction instanceof Instruction.Run run)) return Stream.empty();
        return run.mounts().stream()
                .filter(mount -> mount.type().equals("bind") && mount.from().isEmpty())
                .map(mount -> mounted(stage, run, mount));
    }

    private static ContextSource mounted(Stage stage, Instruction.Run run, Mount mount) {
        String written = mount.source().orElse(".");
        return new ContextSource(
                stage, run, written, Build.clean(written), mount.flag().line());
    }

    /// A name, and no variable, address or repository.
    private static boolean isPlain(String text) {
        return !text.contains("$") && !text.contains("://") && !text.startsWith("git@");
    }
}
