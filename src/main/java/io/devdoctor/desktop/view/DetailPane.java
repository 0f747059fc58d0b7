package io.devdoctor.desktop.view;

import io.devdoctor.check.Documentation;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Attempt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The chosen finding: what, why it matters, evidence, what it explains, how it is fixed.
final class DetailPane extends ScrollPane {
    private final Workbench bench;
    private final VBox content = new VBox();
    private final List<FixCard> cards = new ArrayList<>();
    private @Nullable Shown shown;
    private final Relations relations;

    DetailPane(Workbench bench) {
        this.bench = bench;
        this.relations = new Relations(bench);
        content.getStyleClass().add("detail");
        getStyleClass().add("detail-pane");
        setId("detail");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.window().chosen().subscribe(this::render);
        // After the choice, which follows the examination.
        bench.examinations().state().subscribe((_, _) -> render());
        bench.wording().whenever(this::render);
        bench.repairs().attempts().addListener((MapChangeListener<Finding.Key, Attempt>) _ -> render());
        bench.mutes().asking().subscribe((_, asked) -> {
            render();
            if (asked.isPresent()) {
                goOnMuting();
                // The form is the last thing in this pane, and longer than the button that stood there.
                applyCss();
                layout();
                setVvalue(1);
            }
        });
        bench.mutes().refusal().subscribe((_, _) -> render());
        // The journal arrives after the outcome, and the button that takes it back with it.
        bench.repairs().entries().subscribe((_, _) -> render());
    }

    /// Brings the fixes into view and gives the first of their buttons the focus.
    void showFixes() {
        Node fixes = content.lookup("#fixes");
        if (fixes == null) return;
        applyCss();
        layout();
        double hidden = content.getHeight() - getViewportBounds().getHeight();
        double top = fixes.getBoundsInParent().getMinY();
        if (hidden > 0) setVvalue(Math.min(1, top / hidden));
        Node apply = fixes.lookup(".apply");
        Node first = apply == null ? fixes.lookup(".button") : apply;
        if (first != null) first.requestFocus();
    }

    /// What is read stays in sight: the first stop there gets the focus, else the first of all.
    void focusInSight() {
        applyCss();
        layout();
        List<Node> stops = Panes.stops(content);
        stops.stream().filter(this::isInSight).findFirst().ifPresentOrElse(Node::requestFocus, () -> {
            setVvalue(0);
            Panes.focusFirst(this);
        });
    }

    private boolean isInSight(Node node) {
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double room = getViewportBounds().getHeight();
        double top = getVvalue() * Math.max(0, content.getHeight() - room);
        return bounds.getMinY() >= top - 1 && bounds.getMaxY() <= top + room + 1;
    }

    private void render() {
        Shown next = Shown.of(bench);
        relations.show(next.finding());
        if (next.equals(shown)) return;
        boolean another = shown == null || !next.isAbout(shown);
        shown = next;
        // Whoever works in the box about mutes goes on there, whatever arrives meanwhile.
        boolean muting = content.lookup("#mute-box") instanceof MuteBox box && box.hasFocus();
        FocusKeeper focus = FocusKeeper.in(this);
        cards.forEach(FixCard::release);
        cards.clear();
        content.getChildren().setAll(next.finding().map(this::parts).orElseGet(this::nothing));
        if (muting) goOnMuting();
        else focus.giveBack(this);
        if (another) setVvalue(0);
        else if (focus.inside()) revealFocus();
    }

    /// What has the focus is in sight, with as little scrolling as that takes.
    private void revealFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner == null || owner == this || FocusKeeper.isOutside(owner, content)) return;
        applyCss();
        layout();
        double seen = getViewportBounds().getHeight();
        double hidden = content.getHeight() - seen;
        if (hidden <= 0) return;
        Bounds place = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double top = getVvalue() * hidden;
        double lowest = Math.min(top, place.getMinY());
        setVvalue(Math.clamp(Math.max(lowest, Math.min(place.getMinY(), place.getMaxY() - seen)) / hidden, 0, 1));
    }

    private void goOnMuting() {
        if (content.lookup("#mute-box") instanceof MuteBox box) box.takeFocus();
    }

    private List<Node> nothing() {
        return List.of(new Prose(bench.say("desktop.detail.nothing"), "text-muted"));
    }

    private List<Node> parts(Finding finding) {
        List<Node> parts = new ArrayList<>();
        parts.add(head(finding));
        parts.add(new Prose(bench.wording().say(finding.title()), "detail-title"));
        parts.add(new Prose(bench.wording().say(finding.message())));
        String why = bench.say(finding.check().whyKey());
        VBox reasons = section("desktop.why", new Prose(why));
        Documentation.OF_THIS_BUILD
                .of(
                        finding.check().area(),
                        finding.check().id(),
                        bench.wording().language())
                .map(this::documentation)
                .ifPresent(reasons.getChildren()::add);
        parts.add(reasons);
        if (!finding.evidence().isEmpty()) {
            parts.add(EvidenceTable.section(bench, finding.evidence()));
        }
        bench.repairs()
                .attemptFor(finding)
                .flatMap(it -> OutcomeBox.of(bench, it))
                .ifPresent(parts::add);
        if (!finding.fixes().isEmpty()) parts.add(fixes(finding));
        parts.add(relations);
        MuteBox.of(bench, finding).ifPresent(parts::add);
        return parts;
    }

    private Hyperlink documentation(String address) {
        Hyperlink link = new Hyperlink(
                bench.say("desktop.documentation", URI.create(address).getHost()), new FontIcon(Feather.EXTERNAL_LINK));
        link.setId("documentation");
        link.setWrapText(true);
        link.getStyleClass().add("documentation");
        link.setTooltip(new Tooltip(address));
        link.setOnAction(_ -> bench.surroundings().open(address));
        return link;
    }

    private VBox fixes(Finding finding) {
        VBox fixes = new VBox();
        fixes.setId("fixes");
        fixes.getStyleClass().add("fixes");
        finding.fixes().forEach(fix -> cards.add(new FixCard(bench, finding, fix)));
        fixes.getChildren().addAll(cards);
        return fixes;
    }

    /// What kind of finding it is, and the button that looks once more.
    private HBox head(Finding finding) {
        FlowPane badges = badges(finding);
        HBox.setHgrow(badges, Priority.ALWAYS);
        HBox head = new HBox(badges);
        head.setAlignment(Pos.TOP_LEFT);
        if (bench.examinations().state().get().isReplay()) return head;
        head.getChildren()
                .add(new AskAgain(
                        bench,
                        "again-check",
                        "desktop.again.check",
                        "Shift+F5",
                        () -> bench.examinations().askAgain(finding.check())));
        return head;
    }

    private FlowPane badges(Finding finding) {
        Verdict found = finding.unmuted().verdict();
        String verdict = found.name();
        FlowPane badges = new FlowPane(
                new Pill(bench.say("verdict." + verdict), "verdict-pill", VerdictIcon.styleClass(found)),
                new Pill(bench.say("certainty." + finding.certainty().name())),
                new Pill(finding.check().id()));
        if (finding.isMuted()) badges.getChildren().addFirst(new Pill(bench.say("desktop.muted"), "outlined"));
        badges.getStyleClass().add("badges");
        return badges;
    }

    private VBox section(String titleKey, Node body) {
        return Relations.section(bench.say(titleKey), body);
    }
}
