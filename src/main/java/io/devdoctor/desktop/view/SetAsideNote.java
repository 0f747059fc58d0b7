package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// Tells, above whatever page is shown, that the settings could not be understood and where they are kept.
final class SetAsideNote extends VBox {
    private final Workbench bench;

    SetAsideNote(Workbench bench) {
        this.bench = bench;
        setId("set-aside");
        bench.settings().setAside().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        Optional<Path> kept = bench.settings().setAside().get();
        setVisible(kept.isPresent());
        setManaged(kept.isPresent());
        getChildren().clear();
        kept.ifPresent(path -> getChildren()
                .add(new Banner(
                        Verdict.WARNING,
                        bench.say("desktop.settings.set-aside", path.toString()),
                        bench.say("desktop.close"),
                        bench.settings()::dismissSetAside)));
    }
}
