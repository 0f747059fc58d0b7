package io.devdoctor.cli;

import io.devdoctor.store.LinkInPlaceException;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// What a file system's complaint means to a person: which file, and why.
final class FileProblems {
    private FileProblems() {}

    /// @param file that a person named; the exception may speak of none or of a temporary one
    static Text of(IOException error, String file) {
        if (saysFull(error)) return Text.of("cli.error.full", file);
        return switch (error) {
            case NoSuchFileException _ -> Text.of("cli.error.no-such-file", file);
            case FileAlreadyExistsException _ -> Text.of("cli.error.exists", file);
            case AccessDeniedException _ -> Text.of("cli.error.denied", file);
            case FileSystemException system ->
                Text.of("cli.error.file", file, Objects.requireNonNullElse(system.getReason(), system.toString()));
            default -> Text.of("cli.error.file", file, String.valueOf(error.getMessage()));
        };
    }

    /// What nobody named is DevDoctor's own: which file, and what a person can do.
    ///
    /// @param folder of DevDoctor's own data, where the exception names no file
    static Text ofOwn(IOException error, Path folder) {
        String named = error instanceof FileSystemException system ? system.getFile() : null;
        String file = Objects.requireNonNullElse(named, folder.toString());
        if (error instanceof LinkInPlaceException link) {
            return Text.of("repair.failed.own-link", file, Objects.requireNonNullElse(link.getOtherFile(), ""));
        }
        return saysFull(error)
                ? Text.of("cli.error.own-full", file)
                : Text.of("cli.error.own-file", file, reason(error));
    }

    /// Java has no exception of its own for it; the second is what Windows says in English.
    private static boolean saysFull(IOException error) {
        String said = String.valueOf(error.getMessage());
        return said.contains("No space left") || said.contains("not enough space");
    }

    private static Text reason(IOException error) {
        return switch (error) {
            case NoSuchFileException _ -> Text.of("cli.reason.gone");
            case AccessDeniedException _ -> Text.of("cli.reason.denied");
            case FileSystemException system
            when "is no file".equals(system.getReason()) -> Text.of("cli.reason.no-file");
            case FileSystemException system
            when "is not a folder".equals(system.getReason()) -> Text.of("cli.reason.no-folder");
            case FileSystemException system ->
                Text.of("cli.reason.said", Objects.requireNonNullElse(system.getReason(), system.toString()));
            default -> Text.of("cli.reason.said", String.valueOf(error.getMessage()));
        };
    }
}
