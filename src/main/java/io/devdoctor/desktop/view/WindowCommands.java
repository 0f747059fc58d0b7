package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.ExportModel;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.Wish;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The commands of the menu and the bar.
final class WindowCommands implements Commands {
    private final Workbench bench;
    private final Sheets sheets;
    private final Supplier<Keys> keys;
    private final Runnable focusSearch;
    private final Runnable focusList;

    WindowCommands(Workbench bench, Sheets sheets, Supplier<Keys> keys, Runnable focusSearch, Runnable focusList) {
        this.bench = bench;
        this.sheets = sheets;
        this.keys = keys;
        this.focusSearch = focusSearch;
        this.focusList = focusList;
    }

    @Override
    public void export() {
        bench.examinations().state().get().result().ifPresent(result -> {
            ExportModel model = export(result);
            sheets.show(close -> new ExportSheet(bench, model, close));
        });
    }

    private ExportModel export(ExaminationResult result) {
        return new ExportModel(
                result,
                bench.services().exporter(),
                bench.settings(),
                bench.errands(),
                bench.services().version());
    }

    @Override
    public void openRecording() {
        bench.surroundings()
                .chooseToOpen(bench.say("desktop.menu.open"), bench.say("desktop.recording.kind"), "devdoctor")
                .ifPresent(file -> {
                    bench.settings().rememberRecording(file.toString());
                    bench.examinations().examine(new Target.Recording(file));
                });
    }

    @Override
    public void saveRecording() {
        bench.surroundings()
                .chooseToSave(
                        bench.say("desktop.menu.save"),
                        "machine.devdoctor",
                        bench.say("desktop.recording.kind"),
                        "devdoctor")
                .ifPresent(file -> {
                    tell(Verdict.INFO, Text.of("desktop.recording.running"));
                    bench.errands().run(() -> record(file), outcome -> tell(outcome.verdict(), outcome.text()));
                });
    }

    @Override
    public void addProject() {
        bench.surroundings()
                .chooseFolder(bench.say("desktop.projects.add"))
                .ifPresent(folder -> FolderDrop.add(bench, List.of(folder)));
    }

    @Override
    public void fixAll() {
        boolean underWay = bench.plan().isUnderWay();
        if (!underWay
                && (bench.plan().safe().get() == 0 || bench.repairs().busy().get())) return;
        bench.plan().make();
        bench.window().query().set("");
        bench.window().page().set(new Page.FixAll());
    }

    private OutcomeText record(Path file) {
        byte[] recording = bench.examinations()
                .machines()
                .record(Wish.of(bench.settings().projects()), _ -> {}, new Cancellation());
        try {
            Files.write(file, recording);
            return new OutcomeText(Verdict.OK, Text.of("desktop.recording.saved", file.toString()), Optional.empty());
        } catch (IOException e) {
            Text reason = Text.of("desktop.save-failed", file.toString(), String.valueOf(e.getMessage()));
            return new OutcomeText(Verdict.PROBLEM, reason, Optional.empty());
        }
    }

    private void tell(Verdict verdict, Text text) {
        bench.repairs().tell(new OutcomeText(verdict, text, Optional.empty()), Text.of("desktop.menu.save"));
    }

    @Override
    public void examineAgain() {
        if (!bench.examinations().state().get().isBusy()) bench.examinations().again();
    }

    @Override
    public void cancelExamination() {
        bench.examinations().cancel();
    }

    @Override
    public void askAreaAgain() {
        if (bench.window().page().get() instanceof Page.OfArea(Area area))
            bench.examinations().askAgain(area);
        else examineAgain();
    }

    @Override
    public void askCheckAgain() {
        bench.window().chosen().get().ifPresent(finding -> bench.examinations().askAgain(finding.check()));
    }

    @Override
    public void shortcuts() {
        sheets.show(close -> new ShortcutSheet(bench, keys.get(), close));
    }

    @Override
    public void about() {
        sheets.show(close -> new AboutSheet(bench, close));
    }

    @Override
    public void focusSearch() {
        focusSearch.run();
    }

    @Override
    public void focusList() {
        focusList.run();
    }
}
