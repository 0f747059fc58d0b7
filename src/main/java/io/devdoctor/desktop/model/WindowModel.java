package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.machine.Origin;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// Where the reader is: page, search, chosen finding, unfolded groups.
public final class WindowModel {
    private final ExaminationModel examinations;
    private final SearchTexts texts;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(new Page.Overview());
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Finding>> chosen = new SimpleObjectProperty<>(Optional.empty());
    /// The machine of the last state, which the choice is about.
    private Origin chosenIn = new Origin.Live();
    private final ObservableSet<Heading> unfolded = FXCollections.observableSet();
    private final ObservableSet<Finding.Key> opened = FXCollections.observableSet();
    private final ReadOnlyIntegerWrapper revealed = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);

    public WindowModel(ExaminationModel examinations, Wording wording) {
        this.examinations = examinations;
        this.texts = new SearchTexts(wording);
        examinations.state().subscribe(this::keepChoice);
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    public StringProperty query() {
        return query;
    }

    public ObjectProperty<Optional<Finding>> chosen() {
        return chosen;
    }

    public ObservableSet<Heading> unfolded() {
        return unfolded;
    }

    public void unfold(Heading heading, boolean open) {
        if (open) unfolded.add(heading);
        else unfolded.remove(heading);
    }

    /// Causes beneath which everything is shown that could not be checked because of them.
    public ObservableSet<Finding.Key> opened() {
        return opened;
    }

    public ObjectProperty<Filter> filter() {
        return filter;
    }

    /// Nothing hides any more.
    public void showAll() {
        query.set("");
        filter.set(Filter.NONE);
    }

    public void choose(Finding finding) {
        chosen.set(Optional.of(finding));
    }

    /// How often a finding was gone to: whoever lists findings brings the chosen one into sight then.
    public ReadOnlyIntegerProperty revealed() {
        return revealed.getReadOnlyProperty();
    }

    /// Goes to a finding wherever it is listed; a plan stays beside it.
    public void reveal(Finding finding) {
        if (page.get() instanceof Page.FixAll) {
            chosen.set(present(finding, examinations.state().get()).or(() -> Optional.of(finding)));
            return;
        }
        Row row = new Row.Found(finding, false);
        if (!matches(row) || !filter.get().lets(row)) showAll();
        if (!page.get().listsFindings()) page.set(new Page.Overview());
        if (page.get() instanceof Page.OfArea(Area area)
                && area != finding.check().area()) {
            page.set(new Page.Overview());
        }
        if (Heading.of(finding).isQuiet()) unfolded.add(Heading.of(finding));
        for (CauseGraph.Root head : examinations.state().get().causes().heads()) {
            if (head.explains().contains(finding)) opened.add(head.cause().key());
        }
        choose(finding);
        revealed.set(revealed.get() + 1);
    }

    /// The groups to show on the present page under the present search.
    public List<FindingGroup> groups() {
        return groups(row -> filter.get().lets(row));
    }

    private List<FindingGroup> groups(Predicate<Row> filtered) {
        return FindingGroups.of(examinations.state().get(), area(), ((Predicate<Row>) this::matches).and(filtered));
    }

    /// What the list shows, line by line.
    public List<Line> lines() {
        RunState run = examinations.state().get();
        Function<Row, Stage> stages = row -> run.stage(FindingGroups.checkOf(row));
        return new Lines(stages, this::isUnfolded, opened::contains).of(groups(), isNarrowed());
    }

    /// How many findings each heading would show, were it the only one that is shown.
    public Map<Heading, Integer> counts() {
        Map<Heading, Integer> counts = new EnumMap<>(Heading.class);
        Filter rest = filter.get().withHeadings(Set.of());
        Optional<Area> area = area();
        for (Finding finding : examinations.state().get().findings()) {
            Row row = new Row.Found(finding, false);
            if (area.isPresent() && area.get() != finding.check().area()) continue;
            if (rest.lets(row) && matches(row)) counts.merge(Heading.of(finding), 1, Integer::sum);
        }
        return counts;
    }

    /// The area of the page; a search looks everywhere.
    private Optional<Area> area() {
        return page.get() instanceof Page.OfArea(Area one) && !isSearching() ? Optional.of(one) : Optional.empty();
    }

    public boolean isSearching() {
        return !query.get().isBlank();
    }

    /// Whether something hides findings.
    public boolean isNarrowed() {
        return isSearching() || !filter.get().equals(Filter.NONE);
    }

    /// Quiet groups are folded unless somebody asked: by unfolding, by searching or filtering, by opening an area.
    public boolean isUnfolded(FindingGroup group) {
        if (!group.isQuiet() || isNarrowed()) return true;
        boolean asked = group.heading().filter(unfolded::contains).isPresent();
        return asked
                || page.get() instanceof Page.OfArea
                        && group.heading().filter(it -> it == Heading.OK).isPresent();
    }

    private boolean matches(Row row) {
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return true;
        return texts.of(row).contains(wanted);
    }

    /// The same finding of the newer state stays chosen, and if it is gone, no other takes its place unasked.
    /// What was chosen on another machine does not stay; once a run has finished, what its headline speaks of is
    /// chosen if nothing else is.
    private void keepChoice(RunState run) {
        if (run.result().isPresent()) texts.keep(run.findings());
        Optional<Finding> before = chosen.get().filter(_ -> run.origin().equals(chosenIn));
        Optional<Finding> same = before.flatMap(finding -> present(finding, run));
        boolean waits = before.filter(it -> run.isWaiting(it.check())).isPresent() && run.isRunning();
        if (waits) return;
        boolean gone = before.isPresent();
        chosen.set(
                run.result().isPresent() && !gone
                        ? same.or(() -> Headlines.of(run).finding())
                        : same);
        chosenIn = run.origin();
    }

    /// What is said now where this was found before. A cured distribution, say, may be spoken of as part of the
    /// machine from then on; another distribution is another matter.
    private static Optional<Finding> present(Finding before, RunState run) {
        return run.find(before.key())
                .or(() -> run.findings().stream()
                        .filter(other ->
                                other.check().id().equals(before.check().id()))
                        .filter(other -> isOfMachine(other) || isOfMachine(before))
                        .findFirst());
    }

    private static boolean isOfMachine(Finding finding) {
        return finding.subject().kind() == Subject.Kind.MACHINE;
    }
}
