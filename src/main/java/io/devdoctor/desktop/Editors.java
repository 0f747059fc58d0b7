package io.devdoctor.desktop;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Where a file of a project is edited: in Visual Studio Code where it is installed, else where the system says. Never
/// by opening the file itself: Windows would run a script.
final class Editors {
    private Editors() {}

    /// What Visual Studio Code is to be told; empty where it is not installed.
    static Optional<String> address(Path file, int line) {
        return address(file, line, name -> System.getenv().getOrDefault(name, ""), Files::exists);
    }

    /// @param variable value of an environment variable, "" = not set
    static Optional<String> address(Path file, int line, UnaryOperator<String> variable, Predicate<Path> exists) {
        if (places(variable).noneMatch(exists)) return Optional.empty();
        // The path of a URI begins with a slash, the drive of Windows included, and is escaped.
        String path = file.toAbsolutePath().toUri().getRawPath().replaceAll("/$", "");
        return Optional.of("vscode://file" + path + (line > 0 ? ":" + line : ""));
    }

    // unverified on Windows: the places to which the installers of Visual Studio Code go
    private static Stream<Path> places(UnaryOperator<String> variable) {
        Stream<Path> installed = Stream.of(
                        List.of("LOCALAPPDATA", "Programs", "Microsoft VS Code", "Code.exe"),
                        List.of("ProgramFiles", "Microsoft VS Code", "Code.exe"))
                .filter(place -> !variable.apply(place.getFirst()).isEmpty())
                .map(place -> Path.of(
                        variable.apply(place.getFirst()),
                        place.subList(1, place.size()).toArray(String[]::new)));
        return Stream.concat(installed, Stream.of(Path.of("/usr/bin/code"), Path.of("/snap/bin/code")));
    }

    // unverified on Windows: the verb "edit" for files without a program of their own
    /// In the editor that the system chose for such files; where there is none, its folder is shown.
    static void openBySystem(Path file, Consumer<Path> showFolder) {
        Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
        boolean can = Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.EDIT);
        try {
            if (can && !Files.isDirectory(file)) Desktop.getDesktop().edit(file.toFile());
            else showFolder.accept(folder);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            showFolder.accept(folder);
        }
    }
}
