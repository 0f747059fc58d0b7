package io.devdoctor.desktop.model;

import io.devdoctor.store.AtomicFile;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Writes a report to a place that a person chose: as a whole or not at all, and says in words what went wrong.
final class ReportSaving {
    private ReportSaving() {}

    static ExportModel.Sent save(AtomicFile files, Path file, byte[] document) {
        // Only a drive has none, and it is a folder itself.
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        try {
            if (Files.isDirectory(file)) return failed("desktop.export.failed.folder", file);
            files.write(file, document);
            return new ExportModel.Sent(Text.of("desktop.saved", file.toString()), Optional.of(folder));
        } catch (AccessDeniedException _) {
            return failed("desktop.export.failed.denied", file);
        } catch (NoSuchFileException _) {
            return failed("desktop.export.failed.gone", file);
        } catch (IOException e) {
            if (isFull(folder, document.length)) return failed("desktop.export.failed.full", file);
            String reason =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            return new ExportModel.Sent(Text.of("desktop.save-failed", file.toString(), reason), Optional.empty());
        }
    }

    private static ExportModel.Sent failed(String key, Path file) {
        return new ExportModel.Sent(Text.of(key, file.toString()), Optional.empty());
    }

    /// What systems say of a full disk differs with their language.
    private static boolean isFull(Path folder, int needed) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < needed;
        } catch (IOException _) {
            return false;
        }
    }
}
