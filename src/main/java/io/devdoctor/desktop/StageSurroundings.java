package io.devdoctor.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The real surroundings of a window.
final class StageSurroundings implements Surroundings {
    private final Stage stage;
    private final HostServices host = new Application() {
        @Override
        public void start(Stage unused) {
            throw new IllegalStateException("only its host services are used");
        }
    }.getHostServices();

    StageSurroundings(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> chooseToOpen(String title, String kind, String... extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                kind,
                                Arrays.stream(extensions).map("*."::concat).toList()),
                        new FileChooser.ExtensionFilter("*", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(String title, String suggestedName, String kind, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public void open(String address) {
        host.showDocument(address);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void edit(Path file, int line) {
        Editors.address(file, line)
                .ifPresentOrElse(host::showDocument, () -> Editors.openBySystem(file, this::showFolder));
    }

    @Override
    public void showFolder(Path folder) {
        host.showDocument(folder.toUri().toString());
    }
}
