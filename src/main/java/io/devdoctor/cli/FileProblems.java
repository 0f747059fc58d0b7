package io.devdoctor.cli;

import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What a file system's complaint means to a person: which file, and why.
final class FileProblems {
    private FileProblems() {}

    /// @param asked the file a person named, where the exception speaks of none or of a temporary one; "" = unknown
    static Text of(IOException error, String asked) {
        String file = error instanceof FileSystemException system && asked.isEmpty()
                ? Objects.requireNonNullElse(system.getFile(), "")
                : asked;
        return switch (error) {
            case NoSuchFileException _ -> Text.of("cli.error.no-such-file", file);
            case FileAlreadyExistsException _ -> Text.of("cli.error.exists", file);
            case AccessDeniedException _ -> Text.of("cli.error.denied", file);
            case FileSystemException system ->
                Text.of("cli.error.file", file, Objects.requireNonNullElse(system.getReason(), system.toString()));
            default -> Text.of("cli.error.file", file, String.valueOf(error.getMessage()));
        };
    }
}
