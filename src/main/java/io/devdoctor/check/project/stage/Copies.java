package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Clouded;
import io.devdoctor.check.project.stage.Change.Copied;
import io.devdoctor.check.project.stage.Change.Made;
import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.Mount;
import io.devdoctor.format.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// COPY, ADD and the mounts of RUN.
final class Copies {
    private final StageDraft stage;
    private final Files context;
    private final Function<String, Optional<StageModel>> sources;

    Copies(StageDraft stage, Files context, Function<String, Optional<StageModel>> sources) {
        this.stage = stage;
        this.context = context;
        this.sources = sources;
    }

    void read(Instruction.Transfer transfer) {
        Optional<String> written = stage.variables.expand(transfer.destination().text());
        Optional<String> destination = written.flatMap(text -> ImagePath.resolve(stage.workdir, text));
        List<Optional<String>> named =
                transfer.sources().stream().map(this::text).toList();
        boolean into = transfer.sources().size() + transfer.heredocs().size() > 1
                || written.filter(text -> text.matches(".*/|\\.{1,2}|.*/\\.{1,2}"))
                        .isPresent();
        if (destination.isEmpty()) {
            stage.files.add(new Clouded("/", transfer.line()));
            return;
        }
        owner(transfer, destination.get(), into);
        List<String> plain = new ArrayList<>();
        for (Optional<String> source : named) {
            if (source.isEmpty() || isFetched(transfer, source.get())) cloud(destination.get(), transfer);
            else plain.add(ImagePath.clean("/" + source.get()));
        }
        accounts(transfer, plain, destination.get());
        if (!plain.isEmpty()) copy(transfer, plain, destination.get(), into);
        transfer.heredocs().forEach(heredoc -> {
            String path = into ? ImagePath.join(destination.get(), heredoc.name()) : destination.get();
            stage.files.add(new Made(path, Kind.FILE, new Origin.Made(), traits(transfer), transfer.line()));
        });
    }

    private Optional<String> text(Word word) {
        return stage.variables.expand(word.text());
    }

    /// From elsewhere, or laid out from an archive: nobody knows its names.
    private static boolean isFetched(Instruction.Transfer transfer, String source) {
        return transfer instanceof Instruction.Add
                && source.matches(
                        "(?i)(https?|git|ssh)://.*|git@.*|.*\\.git(#.*)?|.*\\.(tar|tgz|tbz2?|txz|tar\\.\\w+)");
    }

    private void cloud(String folder, Instruction instruction) {
        stage.files.add(new Clouded(folder, instruction.line()));
    }

    private void copy(Instruction.Transfer transfer, List<String> plain, String destination, boolean into) {
        Optional<String> from = StageReader.value(transfer, "from");
        Files files = from.map(this::source).orElse(context);
        boolean filtered =
                transfer.flag("exclude").isPresent() || transfer.flag("parents").isPresent();
        if (filtered) cloud(destination, transfer);
        else stage.files.add(new Copied(files, plain, destination, into, traits(transfer), transfer.line()));
        from.flatMap(sources).ifPresent(stage.uses::add);
        plain.forEach(path -> stage.sources.add(new CopySource(
                transfer, from.flatMap(sources), from.isPresent(), path, files.look(path), destination)));
    }

    private Files source(String reference) {
        return sources.apply(reference).<Files>map(StageModel::files).orElseGet(() -> new BaseFiles(false, false));
    }

    private Traits traits(Instruction.Transfer transfer) {
        Traits traits = StageReader.value(transfer, "chmod")
                .flatMap(stage.variables::expand)
                .filter(mode -> mode.matches("[0-7]{1,5}"))
                .map(mode -> Traits.mode(Integer.parseInt(mode, 8) & 07777))
                .or(() -> StageReader.value(transfer, "chmod")
                        .filter(mode -> mode.matches(".*\\+[rwstX]*x.*"))
                        .map(_ -> Traits.executable(io.devdoctor.check.project.image.Answer.YES)))
                .orElse(Traits.NONE);
        return StageReader.value(transfer, "chown")
                .map(owner ->
                        traits.then(Traits.owner(stage.variables.expand(owner).orElse("?"))))
                .orElse(traits);
    }

    private void owner(Instruction.Transfer transfer, String destination, boolean into) {
        Optional<String> owner = StageReader.value(transfer, "chown").flatMap(stage.variables::expand);
        if (owner.isEmpty()) return;
        String[] parts = owner.get().split(":", 2);
        stage.owners.add(new OwnerChange(
                owner.get(),
                into ? Optional.empty() : Optional.of(destination),
                Found.folder(transfer.line()),
                stage.accounts.user(parts[0]),
                parts.length == 2 ? stage.accounts.group(parts[1]) : Found.State.PRESENT,
                false,
                transfer.line()));
    }

    /// A copied `/etc/passwd` brings the users of where it comes from.
    private void accounts(Instruction.Transfer transfer, List<String> plain, String destination) {
        if (!ImagePath.isIn(destination, "/etc") && !destination.equals("/")) return;
        boolean whole = plain.contains("/") || plain.contains("/etc") || destination.equals("/");
        boolean passwd = plain.stream().anyMatch(path -> path.matches(".*(passwd|group)"));
        if (!passwd && !(whole && transfer.flag("from").isPresent())) return;
        Optional<StageModel> from = StageReader.value(transfer, "from").flatMap(sources);
        if (from.isPresent() && !stage.scratch) stage.accounts.open();
        if (from.isPresent()) stage.accounts.add(from.get().accounts());
        else stage.accounts.open();
    }

    /// What `RUN --mount` lays into the stage. Later instructions see it too, which does no harm: what they
    /// look for there is left open.
    void mounts(Instruction.Run run) {
        for (Mount mount : run.mounts()) {
            Optional<String> target = mount.target()
                    .flatMap(stage.variables::expand)
                    .flatMap(text -> ImagePath.resolve(stage.workdir, text));
            mount.from().flatMap(sources).ifPresent(stage.uses::add);
            if (target.isEmpty() || !mount.type().equals("bind")) continue;
            Files files = mount.from().map(this::source).orElse(context);
            String source = ImagePath.clean("/" + mount.source().orElse(""));
            stage.files.add(new Copied(files, List.of(source), target.get(), false, Traits.NONE, run.line()));
        }
    }
}
