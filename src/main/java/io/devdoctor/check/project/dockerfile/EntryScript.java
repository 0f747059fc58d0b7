package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellWord;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The script that a container starts with: it must hand its place over with `exec`, for a shell waits for what it
/// starts from a file, whichever shell it is.
final class EntryScript {
    private static final byte[] EXEC = "exec ".getBytes(StandardCharsets.US_ASCII);

    private final SignalsCheck check;
    private final Workspace project;
    private final BuildModel model;

    EntryScript(SignalsCheck check, Workspace project, BuildModel model) {
        this.check = check;
        this.project = project;
        this.model = model;
    }

    List<Finding> examine() {
        List<MainProcess> processes = MainProcess.of(project, model);
        if (processes.size() < 2) return List.of();
        MainProcess last = processes.get(1);
        Optional<ShellCommand> command = last.command().filter(one -> waits(one, last));
        return command.map(_ -> finding(last)).stream().toList();
    }

    /// Only what plainly is the program: `"$@"`.
    private static boolean waits(ShellCommand command, MainProcess last) {
        List<String> words = command.words().stream().map(ShellWord::text).toList();
        boolean handed = !words.isEmpty() && List.of("$@", "${@}", "$*").contains(words.getFirst());
        boolean traps = last.earlier().stream().anyMatch(one -> one.program().equals("trap"));
        return handed
                && !traps
                && !command.prefixes().contains("exec")
                && !command.conditional()
                && !command.background();
    }

    private Finding finding(MainProcess last) {
        Finding finding = check.warning(
                        project.subject(last.path(), "exec"),
                        "script",
                        DockerfileCheck.lines(project, last.path(), List.of(last.line())),
                        last.path(),
                        last.line())
                .at(DockerfileCheck.places(project, last.path(), List.of(last.line())));
        return DockerfileCheck.fixed(finding, fix(last));
    }

    private Optional<Fix> fix(MainProcess last) {
        Optional<Bytes> before = project.bytes(last.path());
        boolean plain = before.map(Bytes::toArray)
                .map(TextEncoding::of)
                .filter(TextEncoding.UTF_8::equals)
                .isPresent();
        if (!plain || last.command().isEmpty()) return Optional.empty();
        int at = last.command().get().span().start();
        String id = check.info().id() + "/script";
        return before.map(bytes -> Fix.safe(
                id,
                Text.of("fix." + id + ".title", last.path()),
                new Step.EditFile(project.facts().absolute(last.path()), bytes, inserted(bytes.toArray(), at))));
    }

    private static Bytes inserted(byte[] bytes, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + EXEC.length);
        out.write(bytes, 0, at);
        out.writeBytes(EXEC);
        out.write(bytes, at, bytes.length - at);
        return Bytes.of(out.toByteArray());
    }
}
