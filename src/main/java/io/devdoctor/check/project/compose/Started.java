package io.devdoctor.check.project.compose;

import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.image.ImageTable;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeWords;
import io.devdoctor.format.dockerfile.Command;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a service starts, and in which image: of its own words, else of its Dockerfile.
///
/// @param stages of its Dockerfile, from the one that is built back to the one that begins with an image; empty where
///               there is no Dockerfile that was read
record Started(ComposeService service, Optional<Dockerfile> file, List<Stage> stages) {
    static Started of(Stack stack, ComposeService service) {
        Optional<ComposeBuild> asked = service.build();
        Optional<Build> build = asked.flatMap(ComposeBuild::file)
                .flatMap(path -> stack.workspace().builds().stream()
                        .filter(one -> one.path().equals(path))
                        .findFirst());
        if (asked.isEmpty() || build.isEmpty()) return new Started(service, Optional.empty(), List.of());
        Dockerfile file = build.get().file();
        boolean silent = asked.get().node().get("target").isPresent()
                && asked.get().target().isEmpty();
        return silent
                ? new Started(service, Optional.empty(), List.of())
                : new Started(
                        service, Optional.of(file), chain(file, asked.get().target()));
    }

    private static List<Stage> chain(Dockerfile file, Optional<String> target) {
        List<Stage> chain = new ArrayList<>();
        Optional<Stage> stage = target.isEmpty()
                ? file.stages().stream().reduce((_, last) -> last)
                : file.source(target.get(), file.stages().size());
        while (stage.isPresent()) {
            Stage one = stage.get();
            chain.add(one);
            stage = file.base(one.from().image().text(), one.index());
        }
        return List.copyOf(chain);
    }

    /// The image underneath, as far as our table knows it.
    Optional<KnownImage> image() {
        if (service.node().get("build").isEmpty()) return service.image().flatMap(ImageTable::of);
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.getLast().from().image().text())
                        .filter(name -> !name.contains("$"))
                        .flatMap(ImageTable::of);
    }

    /// Whether the Dockerfile names a thing anywhere, so that it may be there after all.
    boolean mentions(String word) {
        Pattern whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
        return stages.stream()
                .flatMap(stage -> stage.instructions().stream())
                .filter(one -> one instanceof Instruction.Run || one instanceof Instruction.Transfer)
                .anyMatch(one -> whole.matcher(one.text()).find());
    }

    <T extends Instruction> Optional<T> last(Class<T> kind) {
        return stages.stream()
                .flatMap(stage -> stage.all(kind).reduce((_, later) -> later).stream())
                .findFirst();
    }

    /// What is run, as one line; "" = not known.
    String line() {
        Optional<String> entrypoint = service.words("entrypoint")
                .map(ComposeWords::line)
                .or(() -> last(Instruction.Entrypoint.class).map(one -> text(one.command())));
        Optional<String> command = service.words("command")
                .map(ComposeWords::line)
                .or(() -> last(Instruction.Cmd.class).map(one -> text(one.command())));
        return Stream.of(entrypoint, command).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    private static String text(Command command) {
        return command.isShell() ? command.text() : String.join(" ", command.strings());
    }
}
