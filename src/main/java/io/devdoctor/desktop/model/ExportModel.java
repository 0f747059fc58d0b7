package io.devdoctor.desktop.model;

import io.devdoctor.desktop.Exporter;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.privacy.Kind;
import io.devdoctor.privacy.Pseudonym;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.report.Section;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.Memory;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One report on its way out: what is in it, what is masked in it, and where it went.
public final class ExportModel {
    /// A kind of value that was replaced.
    ///
    /// @param values how many different ones; @param times how often
    public record Masked(Kind kind, int values, int times) {}

    /// The document as it would leave the machine.
    ///
    /// @param shown what a person reads of it; @param findings how many stand in it
    public record Prepared(
            ReportFormat format, byte[] document, String shown, int findings, int secrets, List<Masked> masked) {}

    /// What became of a document.
    ///
    /// @param folder where it is, if it was written
    public record Sent(Text words, Optional<Path> folder) {}

    private final ExaminationResult result;
    private final Exporter exporter;
    private final SettingsModel settings;
    private final Errands errands;
    private final String version;
    private final ReadOnlyObjectWrapper<Optional<Prepared>> prepared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sent>> sent = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final Set<Section> leftOut = EnumSet.noneOf(Section.class);
    private ReportFormat format;
    private boolean redacted = true;
    private boolean bilingual;
    private int wanted;

    /// Begins with what was chosen the last time, but never without pseudonyms.
    public ExportModel(
            ExaminationResult result, Exporter exporter, SettingsModel settings, Errands errands, String version) {
        this.result = result;
        this.exporter = exporter;
        this.settings = settings;
        this.errands = errands;
        this.version = version;
        Memory.Export last = settings.settings().get().memory().export();
        this.format = Arrays.stream(ReportFormat.values())
                .filter(each -> each.extension().equals(last.format()))
                .findFirst()
                .orElse(ReportFormat.HTML);
        Arrays.stream(Section.values())
                .filter(section -> last.leftOut().contains(section.id()))
                .forEach(leftOut::add);
        prepare();
    }

    public ReadOnlyObjectProperty<Optional<Prepared>> prepared() {
        return prepared.getReadOnlyProperty();
    }

    /// Whether what is prepared is what was chosen last; nothing else leaves.
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Sent>> sent() {
        return sent.getReadOnlyProperty();
    }

    public ReportFormat format() {
        return format;
    }

    public boolean isRedacted() {
        return redacted;
    }

    public boolean has(Section section) {
        return !leftOut.contains(section);
    }

    public void choose(ReportFormat next) {
        format = next;
        changed();
    }

    public void redact(boolean next) {
        redacted = next;
        prepare();
    }

    /// Whether the format says everything in both languages when asked.
    public boolean mayBeBilingual() {
        return switch (format) {
            case HTML, MARKDOWN -> true;
            case JSON, SARIF, JUNIT -> false;
        };
    }

    public void bilingual(boolean next) {
        bilingual = next;
        prepare();
    }

    public void put(Section section, boolean in) {
        if (in) leftOut.remove(section);
        else leftOut.add(section);
        changed();
    }

    /// Writes what is prepared; nothing is half written.
    public void save(Path file) {
        prepared.get()
                .filter(_ -> ready.get())
                .ifPresent(now -> errands.run(
                        () -> ReportSaving.save(AtomicFile.onDisk(), file, now.document()),
                        done -> sent.set(Optional.of(done))));
    }

    /// The same content as Markdown, for an issue or a chat.
    public void copyAsMarkdown(Consumer<String> clipboard) {
        ReportOptions options = options();
        errands.run(() -> exporter.write(result, ReportFormat.MARKDOWN, options), document -> {
            clipboard.accept(new String(document, StandardCharsets.UTF_8));
            sent.set(Optional.of(new Sent(Text.of("desktop.export.copied"), Optional.empty())));
        });
    }

    private void changed() {
        List<String> ids = leftOut.stream().map(Section::id).toList();
        settings.remember(memory -> memory.withExport(new Memory.Export(format.extension(), ids)));
        prepare();
    }

    private ReportOptions options() {
        ReportOptions options =
                new ReportOptions(settings.wording().language(), redacted, ZoneId.systemDefault(), version, leftOut);
        return bilingual ? options.bilingually() : options;
    }

    private void prepare() {
        ReportFormat chosen = format;
        ReportOptions options = options();
        int mine = ++wanted;
        ready.set(false);
        // A slower answer to an earlier question must not win.
        errands.run(() -> document(chosen, options), next -> {
            if (mine != wanted) return;
            prepared.set(Optional.of(next));
            ready.set(true);
        });
    }

    private Prepared document(ReportFormat chosen, ReportOptions options) {
        byte[] document = exporter.write(result, chosen, options);
        String text = new String(document, StandardCharsets.UTF_8);
        Diagnosis diagnosis = Reports.diagnose(result, options);
        return new Prepared(
                chosen,
                document,
                chosen == ReportFormat.HTML ? PageWords.of(text) : text,
                diagnosis.findings().size(),
                diagnosis.secrets(),
                masked(diagnosis.legend()));
    }

    private static List<Masked> masked(List<Pseudonym> legend) {
        Map<Kind, Masked> kinds = new EnumMap<>(Kind.class);
        for (Pseudonym each : legend) {
            kinds.merge(
                    each.kind(),
                    new Masked(each.kind(), 1, each.count()),
                    (a, b) -> new Masked(a.kind(), a.values() + b.values(), a.times() + b.times()));
        }
        return kinds.values().stream()
                .sorted(Comparator.comparingInt(kind -> -kind.times()))
                .toList();
    }
}
