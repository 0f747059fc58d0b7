package io.devdoctor.cli;

import io.devdoctor.store.AtomicFile;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a person named to be written. It is looked at before anybody waits for what goes into it, and replaced
/// as a whole or not at all.
record OutputFile(Path path) {

    /// @param force whether a file that is there already may be replaced without asking
    static OutputFile prepare(Path named, boolean force, Session session, Messages messages) throws IOException {
        String typed = named.toString();
        // By a habit from elsewhere, "-" would mean standard output.
        if (typed.isBlank() || typed.equals("-")) throw CliProblem.usage(Text.of("cli.error.no-file-name", typed));
        Path target = named.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (Files.isDirectory(target)) throw new CliProblem(Text.of("cli.error.is-folder", target.toString()));
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CliProblem(Text.of("cli.error.no-folder", folder.toString()));
        }
        if (Files.exists(target)) {
            if (!Files.isRegularFile(target)) {
                throw new CliProblem(Text.of("cli.error.no-regular-file", target.toString()));
            }
            boolean agreed = force
                    || session.terminal().person()
                            && Permission.isYes(session.ask(messages.say("cli.ask.replace", target.toString())));
            if (!agreed) throw new CliProblem(Text.of("cli.error.exists-already", target.toString()));
        }
        return new OutputFile(target);
    }

    void write(byte[] document) {
        try {
            AtomicFile.onDisk().write(path, document);
        } catch (IOException e) {
            throw new CliProblem(
                    isFull(document.length)
                            ? Text.of("cli.error.full", path.toString())
                            : FileProblems.of(e, path.toString()));
        }
    }

    /// Windows says so in its own language only.
    private boolean isFull(long bytes) {
        try {
            Path folder = path.getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < bytes;
        } catch (IOException _) {
            return false;
        }
    }
}
