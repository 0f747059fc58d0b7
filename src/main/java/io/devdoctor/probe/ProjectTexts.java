package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.format.go.GoSource;
import io.devdoctor.format.text.TextKind;
import io.devdoctor.format.text.TextSniff;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import io.devdoctor.machine.project.Project.LeftOut;
import io.devdoctor.machine.project.Project.Unread;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the bytes of a project's files say. Files are read in small batches, a few at once, and let go: only the
/// bytes that decide something, or that hold something to mend, are kept.
final class ProjectTexts {
    /// What a person writes is smaller.
    static final int LARGEST = 2 << 20;

    /// In place of bytes of a name that are no character, as GBK names on Linux have them.
    private static final String ILLEGIBLE = "\uFFFD";

    private static final long MOST_KEPT = 64L << 20;
    private static final int MOST_COMPARED = 2000;
    private static final Pattern SCRIPT =
            Pattern.compile("(?i)(.*/)?([^/]*\\.(sh|bash|ash|envsh|dockerfile)|(docker|container)file[^/]*)");
    private static final int LARGEST_PART = 256 << 10;
    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern COMPOSE_SECTION =
            Pattern.compile("(?m)^(?:services|volumes|networks|secrets|configs|include):");
    private static final int BATCH = 128;
    private static final int BATCH_BYTES = 4 << 20;
    private static final int AT_ONCE = 8;

    private final Ports system;
    private final String root;
    private final long giveUp = System.nanoTime() + Budget.PROJECT.duration().toNanos();
    /// Interrupted when the examination is cancelled.
    private final Thread reader = Thread.currentThread();
    private final AtomicLong kept = new AtomicLong();
    private final Map<String, TextFile> texts = new TreeMap<>();
    private final Map<String, GoFile> go = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    ProjectTexts(Ports system, String root) {
        this.system = system;
        this.root = root;
    }

    Map<String, TextFile> texts() {
        return texts;
    }

    Map<String, GoFile> go() {
        return go;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<Unread> unread() {
        return unread;
    }

    void read(List<Entry> files) {
        List<Entry> wanted = new ArrayList<>();
        for (Entry file : files) {
            if (ProjectFileKind.of(file.path()) == ProjectFileKind.PASSED) continue;
            if (file.size() > LARGEST) leftOut.add(new LeftOut(file.path(), LeftOut.Why.TOO_LARGE));
            else wanted.add(file);
        }
        each(batches(wanted), AT_ONCE, this::batch).stream()
                .flatMap(List::stream)
                .forEach(this::take);
    }

    /// Few enough files, and few enough bytes that several batches at once fit into little memory.
    private static List<List<Entry>> batches(List<Entry> wanted) {
        List<List<Entry>> batches = new ArrayList<>();
        long bytes = 0;
        for (Entry file : wanted) {
            boolean fits = !batches.isEmpty() && batches.getLast().size() < BATCH && bytes + file.size() <= BATCH_BYTES;
            if (!fits) {
                batches.add(new ArrayList<>());
                bytes = 0;
            }
            batches.getLast().add(file);
            bytes += file.size();
        }
        return batches;
    }

    private List<Outcome> batch(List<Entry> files) {
        if (System.nanoTime() > giveUp || reader.isInterrupted()) {
            return files.stream().map(file -> Outcome.leftOut(file.path())).toList();
        }
        List<Reading<FileContent>> read = system.files()
                .readAll(files.stream()
                        .map(file -> Project.absolute(root, file.path()))
                        .toList());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) outcomes.add(one(files.get(i), read.get(i)));
        return outcomes;
    }

    /// One file: what is known of it, why it is not, or nothing where the time was up.
    private record Outcome(
            String path, Optional<TextFile> text, Optional<GoFile> go, Optional<Reading.Unknown<?>> why) {
        static Outcome leftOut(String path) {
            return new Outcome(path, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private void take(Outcome outcome) {
        outcome.text().ifPresent(text -> texts.put(outcome.path(), text));
        outcome.go().ifPresent(file -> go.put(outcome.path(), file));
        outcome.why().ifPresent(why -> unread.add(new Unread(outcome.path(), why)));
        if (outcome.text().isEmpty() && outcome.why().isEmpty()) {
            leftOut.add(new LeftOut(outcome.path(), LeftOut.Why.TOO_MUCH));
        }
    }

    private Outcome one(Entry entry, Reading<FileContent> reading) {
        return switch (reading) {
            case Reading.Known<FileContent>(FileContent content, Source source) -> read(entry, content, source);
            case Reading.Unknown<FileContent> why ->
                new Outcome(entry.path(), Optional.empty(), Optional.empty(), Optional.of(why));
            case Reading.Absent<FileContent>(Source source)
            when entry.path().contains(ILLEGIBLE) ->
                new Outcome(
                        entry.path(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Reading.Unknown<>(
                                Reading.Cause.UNREADABLE, "the name of the file is not UTF-8", source)));
            // Gone meanwhile.
            case Reading.Absent<FileContent> _, Reading.NotApplicable<FileContent> _ -> Outcome.leftOut(entry.path());
        };
    }

    private Outcome read(Entry entry, FileContent content, Source source) {
        byte[] bytes = content.bytes().toArray();
        ProjectFileKind kind = ProjectFileKind.of(entry.path());
        TextSniff sniff = TextSniff.of(bytes, system.platform().ansiCodePage());
        TextFile text = new TextFile(
                entry.path(),
                bytes.length,
                encoding(sniff.kind()),
                sniff.marked(),
                sniff.lf(),
                sniff.crlf(),
                sniff.cr(),
                sniff.firstLine(),
                keep(entry.path(), kind, sniff, content.bytes()),
                source);
        Optional<GoFile> file = kind == ProjectFileKind.GO && sniff.kind() != TextKind.BINARY
                ? Optional.of(goFile(entry.path(), GoSource.read(bytes), source))
                : Optional.empty();
        return new Outcome(entry.path(), Optional.of(text), file, Optional.empty());
    }

    private Optional<Bytes> keep(String path, ProjectFileKind kind, TextSniff sniff, Bytes bytes) {
        boolean text = sniff.kind() != TextKind.BINARY;
        boolean mends = text && (sniff.marked() || sniff.kind() != TextKind.UTF_8);
        boolean script = sniff.firstLine().startsWith("#!");
        boolean wanted = kind == ProjectFileKind.KEPT || mends || script || isPartOfCompose(path, bytes);
        return wanted && kept.addAndGet(bytes.size()) <= MOST_KEPT ? Optional.of(bytes) : Optional.empty();
    }

    /// What a Compose file includes or extends may have any name.
    private static boolean isPartOfCompose(String path, Bytes bytes) {
        return YAML.matcher(path).matches()
                && bytes.size() <= LARGEST_PART
                && COMPOSE_SECTION
                        .matcher(new String(bytes.toArray(), StandardCharsets.UTF_8))
                        .find();
    }

    /// Files whose line ends in the repository matter: what Linux executes, and what may hold such a script.
    Set<String> compared() {
        return texts.values().stream()
                .filter(text -> text.hasShebang() || SCRIPT.matcher(text.path()).matches())
                .map(TextFile::path)
                .limit(MOST_COMPARED)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static GoFile goFile(String path, GoSource read, Source source) {
        return new GoFile(
                path,
                read.packageName(),
                read.constraint(),
                read.cgo(),
                read.imports().stream()
                        .map(one -> new GoFile.Import(one.path(), one.name(), one.line()))
                        .toList(),
                read.embeds().stream()
                        .map(one -> new GoFile.Embed(one.pattern(), one.line()))
                        .toList(),
                read.literals().stream()
                        .map(one -> new GoFile.Literal(
                                GoFile.Literal.Kind.valueOf(one.kind().name()), one.value(), one.line()))
                        .toList(),
                source);
    }

    private static TextFile.Encoding encoding(TextKind kind) {
        return TextFile.Encoding.valueOf(kind.name());
    }
}
