package io.devdoctor.desktop.model;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.machine.Origin;
import io.devdoctor.report.Comparison;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.ReportReader;
import io.devdoctor.report.UnreadableReport;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.text.Language;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Keeps every finished examination of this machine, and compares two of them, or one with what a file holds.
public final class HistoryModel {
    private static final HistoryStore.Listing NONE = new HistoryStore.Listing(List.of(), List.of());

    private final Archive archive;
    private final Machines machines;
    private final SettingsModel settings;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<HistoryStore.Listing> listing = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<HistoryView> view = new ReadOnlyObjectWrapper<>(new HistoryView.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Text>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Side>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Side>> guests = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper();
    private Optional<Side> base = Optional.empty();
    private boolean opened;
    private Instant keptLast = Instant.MIN;
    private int wanted;

    /// @param version of DevDoctor
    public HistoryModel(
            HistoryStore store,
            String version,
            ExaminationModel examinations,
            SettingsModel settings,
            Errands errands) {
        this.archive = new Archive(store, version);
        this.machines = examinations.machines();
        this.settings = settings;
        this.errands = errands;
        examinations.state().subscribe(this::keep);
        settings.wording().messages().subscribe((_, _) -> show());
        settings.settings().subscribe((before, now) -> {
            if (now.memory().historySize() < before.memory().historySize())
                forget(now.memory().historySize());
        });
    }

    /// What is kept, newest first.
    public ReadOnlyObjectProperty<HistoryStore.Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    public List<PastRun> runs() {
        Language language = settings.wording().language();
        return listing.get().entries().stream()
                .map(entry -> PastRun.of(entry, language))
                .toList();
    }

    public ReadOnlyObjectProperty<HistoryView> view() {
        return view.getReadOnlyProperty();
    }

    /// Why something could not be kept, listed or read.
    public ReadOnlyObjectProperty<Optional<Text>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    public void dismissTrouble() {
        trouble.set(Optional.empty());
    }

    /// The examination that is looked at.
    public ReadOnlyObjectProperty<Optional<Side>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// What files held that were compared with since the window is open, newest first.
    public ReadOnlyObjectProperty<List<Side>> guests() {
        return guests.getReadOnlyProperty();
    }

    /// How many files are being read or written.
    public ReadOnlyIntegerProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Everything that the chosen examination can be compared with.
    public List<Side> bases() {
        return Stream.concat(guests.get().stream(), kept().stream())
                .filter(side -> !chosen.get().equals(Optional.of(side)))
                .toList();
    }

    /// Reads what is kept; to be called once the window is open.
    public void read() {
        refresh(archive.store()::list);
    }

    public void choose(Side side) {
        chosen.set(Optional.of(side));
        opened = false;
        base = base.filter(other -> !other.isOfThisMachine()).or(() -> before(side));
        show();
    }

    public void compareWith(Side other) {
        base = Optional.of(other);
        opened = false;
        show();
    }

    /// Shows the chosen examination by itself.
    public void open() {
        opened = true;
        show();
    }

    /// Shows a file's report by itself.
    public void open(Side side) {
        chosen.set(Optional.of(side));
        open();
    }

    /// Back from one examination to the comparison.
    public void close() {
        chosen.get()
                .filter(side -> !side.isOfThisMachine())
                .ifPresent(_ -> kept().stream().findFirst().ifPresent(newest -> chosen.set(Optional.of(newest))));
        opened = false;
        show();
    }

    /// Forgets an examination, damaged or not.
    public void remove(String id) {
        refresh(() -> {
            archive.store().remove(id);
            return archive.store().list();
        });
    }

    private void forget(int most) {
        refresh(() -> {
            archive.store().prune(most);
            return archive.store().list();
        });
    }

    /// Compares the chosen examination with a report or a recording of somebody else.
    public void compareWith(Path file) {
        away(() -> guest(file), read -> {
            read.side().ifPresent(this::welcome);
            trouble.set(read.trouble());
        });
    }

    private void welcome(Side guest) {
        List<Side> all = new ArrayList<>(guests.get());
        all.addFirst(guest);
        guests.set(List.copyOf(all));
        if (chosen.get().isEmpty()) open(guest);
        else compareWith(guest);
    }

    /// A side, or why there is none.
    private record Guest(Optional<Side> side, Optional<Text> trouble) {
        static Guest refused(Text reason) {
            return new Guest(Optional.empty(), Optional.of(reason));
        }
    }

    private Guest guest(Path file) {
        try {
            return new Guest(Optional.of(new Side.Given(ReportReader.open(file))), Optional.empty());
        } catch (UnreadableReport e) {
            return e.isRecording() ? recorded(file) : Guest.refused(e.reason());
        }
    }

    private Guest recorded(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            ExaminationResult result = machines.recorded(file).run(_ -> {}, new Cancellation());
            return new Guest(Optional.of(new Side.Recorded(name, result)), Optional.empty());
        } catch (UnusableRecording e) {
            return Guest.refused(e.reason());
        } catch (IOException e) {
            return Guest.refused(Text.of("report.unreadable.io", name, reason(e)));
        }
    }

    private List<Side> kept() {
        return listing.get().entries().stream().<Side>map(Side.Kept::new).toList();
    }

    /// The examination before this one; for anything else the newest.
    private Optional<Side> before(Side side) {
        List<Side> kept = kept();
        int at = kept.indexOf(side);
        return at + 1 < kept.size() ? Optional.of(kept.get(at + 1)) : Optional.empty();
    }

    /// Each whole run of this machine once, whatever is said of it later; what a person ended early is none.
    private void keep(RunState run) {
        if (run.ended()) return;
        Optional<ExaminationResult> finished = run.result()
                .filter(result -> result.origin() instanceof Origin.Live)
                .filter(result -> !run.ended() && !result.startedAt().equals(keptLast));
        if (finished.isEmpty()) return;
        keptLast = finished.get().startedAt();
        int most = settings.settings().get().memory().historySize();
        refresh(() -> {
            archive.keep(finished.get(), most);
            return archive.store().list();
        });
    }

    private <T> void away(Callable<T> work, Consumer<? super T> then) {
        busy.set(busy.get() + 1);
        errands.run(work, done -> {
            busy.set(busy.get() - 1);
            then.accept(done);
        });
    }

    private interface Reader {
        HistoryStore.Listing read() throws IOException;
    }

    /// What became of the store.
    private record Answer(HistoryStore.Listing listing, Optional<Text> trouble) {}

    private void refresh(Reader reader) {
        away(() -> answer(reader), answer -> {
            if (answer.trouble().isPresent()) {
                trouble.set(answer.trouble());
                return;
            }
            boolean atNewest = chosen.get().equals(kept().stream().findFirst());
            listing.set(answer.listing());
            boolean isGone = chosen.get()
                    .filter(side -> side.isOfThisMachine() && !kept().contains(side))
                    .isPresent();
            if (chosen.get().isEmpty() || isGone || atNewest && !opened) {
                kept().stream().findFirst().ifPresent(this::choose);
            }
        });
    }

    private static Answer answer(Reader reader) {
        try {
            return new Answer(reader.read(), Optional.empty());
        } catch (IOException e) {
            return new Answer(NONE, Optional.of(Text.of("desktop.history.trouble", reason(e))));
        }
    }

    private void show() {
        if (chosen.get().isEmpty()) return;
        Side after = chosen.get().get();
        Optional<Side> before = opened ? Optional.empty() : base;
        int mine = ++wanted;
        // A slower answer to an earlier question must not win.
        away(() -> shown(before, after), next -> {
            if (mine == wanted) view.set(next);
        });
    }

    private HistoryView shown(Optional<Side> before, Side after) {
        Language language = settings.wording().language();
        try {
            Diagnosis now = archive.diagnosis(after, language);
            if (before.isEmpty()) return new HistoryView.Opened(after, now, remarks(after));
            Diagnosis then = archive.diagnosis(before.get(), language);
            Comparison.Relation relation = before.get().isOfThisMachine() && after.isOfThisMachine()
                    ? Comparison.Relation.SAME_MACHINE
                    : Comparison.Relation.OTHER_MACHINE;
            List<Text> remarks = Stream.concat(remarks(before.get()).stream(), remarks(after).stream())
                    .toList();
            return new HistoryView.Compared(before.get(), after, Comparison.of(then, now, relation), remarks);
        } catch (UnreadableReport e) {
            return new HistoryView.Refused(e.reason());
        } catch (IOException e) {
            return new HistoryView.Refused(Text.of("desktop.history.trouble", reason(e)));
        }
    }

    private static List<Text> remarks(Side side) {
        return side instanceof Side.Given(var report) ? report.remarks() : List.of();
    }

    private static String reason(IOException e) {
        String said = e instanceof FileSystemException system && system.getReason() != null
                ? system.getFile() + ": " + system.getReason()
                : e.getMessage();
        return Objects.requireNonNullElse(said, e.getClass().getSimpleName());
    }
}
