package io.devdoctor.cli;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.Machines;
import io.devdoctor.repair.Repairer;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What the command line is given.
///
/// @param settings what the person chose
/// @param language  of the system
/// @param reportFolder for reports that nobody asked to be put elsewhere
public record CliServices(
        Machines machines,
        Reports reports,
        Supplier<Repairer> repairer,
        Window window,
        SettingsFile settings,
        Language language,
        Path reportFolder,
        String version) {

    /// Makes a document.
    @FunctionalInterface
    public interface Reports {
        byte[] write(ExaminationResult result, ReportFormat format, ReportOptions options);
    }

    /// The desktop app.
    @FunctionalInterface
    public interface Window {
        /// Shows the window and returns when it was closed; where one is open already, shows that one.
        ///
        /// @param recording what it shows first, in place of this machine
        /// @throws NoWindow if this machine cannot show one
        void show(Optional<Path> recording) throws NoWindow;
    }

    /// There is no display, or the libraries of the window system are missing.
    public static final class NoWindow extends Exception {
        private static final long serialVersionUID = 1;

        /// @param messageKey says why, to a person
        public NoWindow(String messageKey) {
            super(messageKey);
        }

        /// @param messageKey says why, to a person
        public NoWindow(String messageKey, Throwable cause) {
            super(messageKey, cause);
        }
    }
}
