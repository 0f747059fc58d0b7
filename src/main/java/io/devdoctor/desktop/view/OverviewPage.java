package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Line;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.RepairModel;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.machine.Origin;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The middle of the window: headline, pictures, findings; or one area; or what a search found.
final class OverviewPage extends StackPane {
    private final Workbench bench;
    private final Commands commands;
    private final FindingList list;
    private final Runnable showFixes;
    private final PendingPlace pending;
    private final FilterBar filters;
    private final VBox top = new VBox();
    private final PictureFold fold = new PictureFold(this);

    OverviewPage(Workbench bench, Commands commands, Runnable showFixes) {
        this.bench = bench;
        this.commands = commands;
        this.showFixes = showFixes;
        this.pending = new PendingPlace(bench);
        this.filters = new FilterBar(bench);
        this.list = new FindingList(bench, top, showFixes);
        getStyleClass().add("overview");
        setId("overview");
        top.getStyleClass().add("overview-top");
        getChildren().add(list);
        // Told of a change after the models, which follow it: the list is laid out once.
        bench.examinations().state().subscribe((_, _) -> render());
        bench.examinations().refusal().subscribe(this::render);
        bench.repairs().entries().subscribe(this::render);
        bench.repairs().busy().subscribe(this::render);
        bench.wording().whenever(this::renderAnew);
        fold.tight().subscribe((_, _) -> render());
        bench.window().query().subscribe(this::renderFromTop);
        bench.window().page().subscribe(this::renderFromTop);
        bench.window().filter().subscribe(this::renderList);
        bench.window().chosen().subscribe(list::markChosen);
        bench.window().revealed().subscribe((_, _) -> list.revealChosen());
        bench.window().unfolded().addListener((SetChangeListener<Object>) _ -> renderList());
        bench.window().opened().addListener((SetChangeListener<Object>) _ -> renderList());
    }

    FindingList list() {
        return list;
    }

    private void renderAnew() {
        list.forget();
        render();
    }

    private void renderFromTop() {
        render();
        list.toTop();
    }

    private Optional<Node> banner(RunState run) {
        if (bench.examinations().refusal().get().isPresent()) {
            Text reason = bench.examinations().refusal().get().get();
            return Optional.of(new Banner(
                    Verdict.PROBLEM,
                    bench.wording().say(reason),
                    bench.say("desktop.close"),
                    bench.examinations()::dismissRefusal));
        }
        if (run.kept() && run.result().isPresent()) {
            return Optional.of(new Banner(
                    Verdict.INFO,
                    bench.say("desktop.banner.cancelled", run.result().get().startedAt()),
                    bench.say("desktop.close"),
                    bench.examinations()::dismissCancelled));
        }
        if (!(run.origin() instanceof Origin.Replay(String name, String recorded))) return Optional.empty();
        String title = bench.recordingName(name);
        return Optional.of(new Banner(
                Verdict.INFO,
                recorded.isEmpty() || bench.examinations().target() instanceof Target.Sample
                        ? bench.say("desktop.banner.recorded", title)
                        : bench.say("desktop.banner.recorded.note", title, recorded),
                bench.say("desktop.menu.this-machine"),
                () -> bench.examinations().examine(new Target.Live())));
    }

    /// What was interrupted, each with both ways out.
    private List<Node> interrupted() {
        return bench.repairs().entries().get().stream()
                .filter(RepairModel::isUnfinished)
                .<Node>map(entry -> new Interrupted(bench, entry))
                .toList();
    }

    private void render() {
        RunState run = bench.examinations().state().get();
        List<Node> parts = new ArrayList<>();
        boolean overview = bench.window().page().get() instanceof Page.Overview
                && !bench.window().isSearching();
        parts.addAll(interrupted());
        banner(run).ifPresent(parts::add);
        parts.add(pending);
        if (overview && !run.checks().isEmpty()) {
            parts.add(new HeadlineCard(
                    bench, commands, run, showFixes, fold.tight().getValue()));
            parts.add(new PictureStrip(bench, run, fold));
        }
        if (bench.window().page().get() instanceof Page.OfArea(Area area)
                && !bench.window().isSearching()) {
            parts.add(new AreaHead(bench, run, area));
            parts.add(new PictureStrip(bench, run, area));
        }
        parts.add(filters);
        if (!top.getChildren().equals(parts)) top.getChildren().setAll(parts);
        renderList();
    }

    /// The findings alone: what stands above them is left as it is.
    private void renderList() {
        RunState run = bench.examinations().state().get();
        filters.render(run);
        List<Line> lines = bench.window().lines();
        list.show(lines, lines.isEmpty() ? Optional.of(new NothingFound(bench, run)) : Optional.empty());
    }
}
