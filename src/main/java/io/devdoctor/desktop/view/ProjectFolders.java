package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.ProjectList;
import io.devdoctor.desktop.model.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The folders that are examined with this machine, to be added and forgotten.
final class ProjectFolders {
    private final Workbench bench;

    ProjectFolders(Workbench bench) {
        this.bench = bench;
    }

    List<Node> rows() {
        List<String> folders = bench.settings().projects();
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) rows.add(row(folders.get(i), i));
        if (folders.isEmpty()) rows.add(new Prose(bench.say("settings.projects.none"), "text-muted"));
        Button add = new Button(bench.say("desktop.projects.add"), new FontIcon(Feather.FOLDER_PLUS));
        add.setId("settings-add-project");
        add.setMnemonicParsing(false);
        add.setOnAction(_ -> add());
        rows.add(new HBox(add));
        return rows;
    }

    private SettingRow row(String folder, int number) {
        Button remove = new Button(bench.say("settings.projects.remove"));
        remove.setId("remove-project-" + number);
        remove.setMnemonicParsing(false);
        remove.setMinWidth(Button.USE_PREF_SIZE);
        remove.getStyleClass().add(Styles.SMALL);
        remove.setAccessibleText(bench.say("settings.projects.remove") + ", " + bench.raw(folder));
        remove.setOnAction(_ -> {
            bench.settings().removeProject(folder);
            examine();
        });
        return new SettingRow(bench.raw(ProjectList.name(folder)), bench.raw(folder), remove);
    }

    private void add() {
        bench.surroundings()
                .chooseFolder(bench.say("desktop.projects.add"))
                .map(Path::toString)
                .ifPresent(folder -> {
                    bench.settings().addProjects(List.of(folder));
                    examine();
                });
    }

    /// A recorded machine on show has projects of its own.
    private void examine() {
        if (bench.examinations().target() instanceof Target.Live)
            bench.examinations().again();
    }
}
