package io.devdoctor.format;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A `.wslconfig` or `wsl.conf`, read exactly as WSL reads it (microsoft/WSL configfile.cpp and the C run-time's text
/// mode), with everything WSL ignores or misreads as [#problems()]. Any bytes are accepted; time and memory grow with
/// the size of the file, lists are cut at 10 000 elements (problems at 1 000) without losing a value that counts.
public final class WslConfig {
    private final WslConfigFile file;
    private final WslConfigText text;
    private final LineIndex lines;
    private final WslConfigCollector found;
    private final List<WslConfigProblem> problems;
    private final boolean stopped;

    private WslConfig(
            WslConfigFile file, WslConfigText text, LineIndex lines, WslConfigCollector found, boolean stopped) {
        this.file = file;
        this.text = text;
        this.lines = lines;
        this.found = found;
        this.problems = List.copyOf(found.problems());
        this.stopped = stopped;
    }

    /// Reads a `.wslconfig`.
    public static WslConfig parse(byte[] bytes) {
        return parse(bytes, WslConfigFile.WSLCONFIG);
    }

    public static WslConfig parse(byte[] bytes, WslConfigFile file) {
        WslConfigText text = WslConfigText.decode(bytes, file);
        LineIndex lines = new LineIndex(text.content());
        WslConfigCollector found = new WslConfigCollector(file, lines);
        text.report(file, bytes, found);
        boolean stopped = false;
        if (text.readable()) {
            ConfigReader reader = new ConfigReader(text.content(), text.end(), file.windows());
            WslConfigGrammar grammar = new WslConfigGrammar(reader, file, found);
            grammar.run();
            stopped = grammar.stopped();
        }
        return new WslConfig(file, text, lines, found, stopped);
    }

    /// Starts a chain of edits of a `.wslconfig`.
    public static WslConfigEdit edit(byte[] bytes) {
        return edit(bytes, WslConfigFile.WSLCONFIG);
    }

    public static WslConfigEdit edit(byte[] bytes, WslConfigFile file) {
        return new WslConfigEdit(bytes, file);
    }

    public WslConfigFile file() {
        return file;
    }

    public TextEncoding encoding() {
        return text.encoding();
    }

    /// False when WSL ignores the file as a whole because of its encoding.
    public boolean readable() {
        return text.readable();
    }

    /// The value WSL uses, as WSL gets it; names match without case, aliases count as their key. Empty when the key is
    /// not set. It may still be invalid for its key: see [#problems()] and [#entry(String, String)].
    public Optional<String> value(String section, String key) {
        return entry(section, key).map(WslConfigEntry::value);
    }

    /// The entry WSL uses: the first of its name.
    public Optional<WslConfigEntry> entry(String section, String key) {
        return Optional.ofNullable(found.first.get(WslConfigCollector.canonical(file, section + "." + key)));
    }

    /// The size WSL uses; empty when the key is not set.
    public Optional<WslSize> size(String section, String key) {
        return value(section, key).map(WslSize::parse);
    }

    /// Every entry in order, those WSL ignores too.
    public List<WslConfigEntry> entries() {
        return Collections.unmodifiableList(found.entries);
    }

    public List<WslConfigSection> sections() {
        return Collections.unmodifiableList(found.sections);
    }

    public List<WslConfigComment> comments() {
        return Collections.unmodifiableList(found.comments);
    }

    /// In order of lines; those of the whole file first.
    public List<WslConfigProblem> problems() {
        return problems;
    }

    /// The problems of one line.
    public List<WslConfigProblem> problemsOf(int line) {
        return problems.stream().filter(problem -> problem.line() == line).toList();
    }

    /// Physical lines, made as they are asked for.
    public List<WslConfigLine> lines() {
        return new AbstractList<>() {
            @Override
            public WslConfigLine get(int index) {
                return lines.line(index + 1);
            }

            @Override
            public int size() {
                return lines.count();
            }
        };
    }

    /// The first entry an edit should replace: the one that counts, else one that a syntax error keeps from counting.
    Optional<WslConfigEntry> editable(String section, String key) {
        String name = WslConfigCollector.canonical(file, section + "." + key);
        return entry(section, key)
                .or(() -> found.entries.stream()
                        .filter(entry -> entry.status() == WslConfigEntry.Status.DROPPED)
                        .filter(entry ->
                                WslConfigCollector.canonical(file, entry.name()).equals(name))
                        .findFirst());
    }

    WslConfigText text() {
        return text;
    }

    LineIndex index() {
        return lines;
    }

    /// Whether a bad line of wsl.conf ended the reading.
    boolean stopped() {
        return stopped;
    }

    static boolean sameName(String left, String right) {
        return left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
    }
}
