package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Folders that are dropped on the window become projects, recordings are opened, and reports are compared with.
final class FolderDrop {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private final Node target;
    private final Workbench bench;

    FolderDrop(Node target, Workbench bench) {
        this.target = target;
        this.bench = bench;
        target.setOnDragOver(this::over);
        target.setOnDragEntered(event -> target.pseudoClassStateChanged(DROP, isWelcome(event)));
        target.setOnDragExited(_ -> target.pseudoClassStateChanged(DROP, false));
        target.setOnDragDropped(this::dropped);
    }

    /// Adds folders to what is examined, and examines at once.
    static void add(Workbench bench, List<Path> folders) {
        bench.settings().addProjects(folders.stream().map(Path::toString).toList());
        bench.window().page().set(new Page.OfProject(folders.getFirst().toString()));
        bench.examinations().examine(new Target.Live());
    }

    private void over(DragEvent event) {
        if (isWelcome(event)) event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> paths = paths(event);
        List<Path> folders = paths.stream().filter(Files::isDirectory).toList();
        if (!folders.isEmpty()) add(bench, folders);
        else paths.stream().filter(FolderDrop::isKnown).findFirst().ifPresent(this::open);
        event.setDropCompleted(isWelcome(event));
        event.consume();
    }

    /// A recording takes the place of this machine, a report stands beside it.
    private void open(Path file) {
        if (isRecording(file)) replay(file);
        else {
            bench.window().page().set(new Page.History());
            bench.history().compareWith(file);
        }
    }

    private void replay(Path recording) {
        bench.settings().rememberRecording(recording.toString());
        bench.examinations().examine(new Target.Recording(recording));
    }

    private boolean isWelcome(DragEvent event) {
        return event.getGestureSource() != target
                && paths(event).stream().anyMatch(path -> Files.isDirectory(path) || isKnown(path));
    }

    private static boolean isKnown(Path path) {
        return isRecording(path) || path.toString().endsWith(".json");
    }

    private static boolean isRecording(Path path) {
        return path.toString().endsWith(".devdoctor");
    }

    private static List<Path> paths(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }
}
