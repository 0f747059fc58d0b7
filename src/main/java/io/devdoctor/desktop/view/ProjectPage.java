package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.ProjectFindings;
import io.devdoctor.desktop.model.ProjectFindings.FileFindings;
import io.devdoctor.desktop.model.ProjectList;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The findings of one project folder, file by file.
final class ProjectPage extends ScrollPane {
    /// So many files are drawn at once.
    private static final int STEP = 30;

    private final Workbench bench;
    private final VBox content = new VBox();
    private final Map<Finding.Key, Node> rows = new HashMap<>();
    private Optional<ProjectFindings> shown = Optional.empty();
    private boolean running;
    private int most = STEP;

    ProjectPage(Workbench bench) {
        this.bench = bench;
        setId("project");
        getStyleClass().add("overview");
        content.getStyleClass().add("overview-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.examinations().state().subscribe(this::renderIfNew);
        bench.window().page().subscribe(_ -> {
            most = STEP;
            renderIfNew();
            setVvalue(0);
        });
        bench.window().chosen().subscribe(this::markChosen);
        bench.wording().whenever(this::render);
    }

    /// Results of other areas change nothing here.
    private void renderIfNew() {
        RunState run = bench.examinations().state().get();
        Optional<ProjectFindings> now = findings(run);
        if (now.isEmpty() || now.equals(shown) && running == run.isRunning()) return;
        render();
    }

    private Optional<ProjectFindings> findings(RunState run) {
        return bench.window().page().get() instanceof Page.OfProject(String folder)
                ? Optional.of(ProjectFindings.of(run, folder))
                : Optional.empty();
    }

    private void render() {
        RunState run = bench.examinations().state().get();
        Optional<ProjectFindings> now = findings(run);
        if (now.isEmpty()) return;
        shown = now;
        running = run.isRunning();
        rows.clear();
        content.getChildren().setAll(parts(now.get()));
        markChosen();
    }

    private List<Node> parts(ProjectFindings project) {
        List<Node> parts = new ArrayList<>();
        VBox head = new VBox(
                new Prose(bench.raw(ProjectList.name(project.folder())), "headline-title"),
                new Prose(bench.raw(project.folder()), "text-muted"));
        head.getStyleClass().add("section");
        head.getChildren().add(buttons(project));
        parts.add(head);
        state(project).ifPresent(parts::add);
        Optional<Project> facts = project.facts().flatMap(Reading::known);
        project.files().stream()
                .limit(most)
                .forEach(file -> parts.add(new ProjectFile(bench, file, facts, edit(project, file), rows)));
        int more = project.files().size() - most;
        if (more > 0) parts.add(moreButton(more));
        if (project.passed() > 0) parts.add(passed(project.passed()));
        return parts;
    }

    /// What stands in place of findings, or counts them.
    private Optional<Node> state(ProjectFindings project) {
        if (project.facts().isEmpty()) {
            return Optional.of(new Prose(
                    bench.say(running ? "desktop.project.running" : "desktop.project.unknown"), "text-muted"));
        }
        Optional<Node> unread = switch (project.facts().get()) {
            case Reading.Known<Project> _ -> Optional.empty();
            case Reading.Absent<Project> _ -> Optional.of(problem("desktop.project.missing"));
            case Reading.NotApplicable<Project> _ -> Optional.of(problem("desktop.project.unknown"));
            case Reading.Unknown<Project>(var _, String detail, var _) ->
                Optional.of(problem("desktop.project.unread", bench.raw(detail)));
        };
        if (unread.isPresent()) return unread;
        return Optional.of(project.files().isEmpty() && !running ? fine(project) : counts(project));
    }

    private Node problem(String key, Object... args) {
        return new Prose(bench.say(key, args), "text-muted");
    }

    private Node fine(ProjectFindings project) {
        return new Prose(bench.say("desktop.project.fine", project.passed()), "text-muted");
    }

    private Node counts(ProjectFindings project) {
        FlowPane pills = new FlowPane(8, 4);
        for (Verdict verdict : List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO)) {
            long count = project.count(verdict);
            if (count == 0) continue;
            Pill pill = new Pill(bench.say("verdict." + verdict.name()) + " " + count, "verdict-pill");
            pill.getStyleClass().add("verdict-" + verdict.name().toLowerCase(java.util.Locale.ROOT));
            pills.getChildren().add(pill);
        }
        if (running) pills.getChildren().add(new Pill(bench.say("desktop.project.running.short"), "outlined"));
        return pills;
    }

    private Node buttons(ProjectFindings project) {
        FlowPane buttons = new FlowPane(8, 8);
        if (!isLive()) return buttons;
        String folder = project.folder();
        Button open = button("project-open", "desktop.project.open", Feather.FOLDER);
        open.setOnAction(_ -> bench.surroundings().showFolder(Path.of(folder)));
        Button edit = button("project-edit", "desktop.project.edit", Feather.EDIT_3);
        edit.setOnAction(_ -> bench.surroundings().edit(Path.of(folder), 0));
        Button forget = button("project-forget", "desktop.project.forget", Feather.X);
        forget.setOnAction(_ -> forget(folder));
        buttons.getChildren().setAll(open, edit, forget);
        return buttons;
    }

    private void forget(String folder) {
        bench.settings().removeProject(folder);
        bench.window().page().set(new Page.Overview());
        bench.examinations().again();
    }

    private Button moreButton(int more) {
        Button button = new Button(bench.say("desktop.project.more", Math.min(more, STEP), more));
        button.setMnemonicParsing(false);
        button.setId("project-more");
        button.setOnAction(_ -> {
            most += STEP;
            render();
        });
        return button;
    }

    private Node passed(int count) {
        Button button = button("project-passed", "", Feather.CHECK);
        button.setText(bench.say("desktop.project.passed", count));
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> bench.window().page().set(new Page.OfArea(Area.PROJECT)));
        return button;
    }

    private Button button(String id, String key, Feather icon) {
        Button button = new Button(key.isEmpty() ? "" : bench.say(key), new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(false);
        return button;
    }

    private Optional<IntConsumer> edit(ProjectFindings project, FileFindings file) {
        if (!isLive()) return Optional.empty();
        String root = project.facts().flatMap(Reading::known).map(Project::root).orElse(project.folder());
        return Optional.of(line -> bench.surroundings().edit(Path.of(Project.absolute(root, file.path())), line));
    }

    private boolean isLive() {
        return bench.examinations().target() instanceof Target.Live;
    }

    private void markChosen() {
        Optional<Finding.Key> chosen = bench.window().chosen().get().map(Finding::key);
        rows.forEach(
                (key, row) -> ProjectFile.mark(row, chosen.filter(key::equals).isPresent()));
    }
}
