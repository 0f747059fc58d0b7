package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigEdit;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.format.WslConfigKey;
import io.devdoctor.format.WslConfigKeys;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `.wslconfig` as WSL reads it, and as a fix would change it.
///
/// @param before   the bytes; null = there is no such file, which is healthy
/// @param policies what an organization keeps to itself; while unread, nothing counts as locked
record ConfigFile(String path, @Nullable Bytes before, WslConfig config, Source source, Reading<Policies> policies) {
    static final String NAME = ".wslconfig";

    static Reading<ConfigFile> of(Machine machine) {
        return machine.wslConfig().flatMap((file, _) -> switch (file.content()) {
            case Reading.Known<FileContent>(FileContent content, Source source) ->
                new Reading.Known<>(
                        new ConfigFile(
                                file.path(),
                                content.bytes(),
                                WslConfig.parse(content.bytes().toArray()),
                                source,
                                machine.policies()),
                        source);
            case Reading.Absent<FileContent>(Source source) ->
                new Reading.Known<>(
                        new ConfigFile(file.path(), null, WslConfig.parse(new byte[0]), source, machine.policies()),
                        source);
            case Reading.Unknown<FileContent> unknown -> unknown.withoutValue();
            case Reading.NotApplicable<FileContent> elsewhere -> elsewhere.withoutValue();
        });
    }

    byte[] bytes() {
        return before == null ? new byte[0] : before.toArray();
    }

    /// The line as it stands, as proof; the line counts from 1.
    Evidence line(int line) {
        return new Evidence(Text.of("evidence.wsl.config-line"), lineText(line), source.at(":" + line));
    }

    String lineText(int line) {
        int count = config.lines().size();
        return line < 1 || line > count
                ? ""
                : config.lines().get(line - 1).text().strip();
    }

    /// Where the entry of a key stands, or that there is none.
    Evidence setting(String section, String key) {
        return config.entry(section, key)
                .map(WslConfigEntry::line)
                .map(this::line)
                .orElseGet(() -> Evidence.of("evidence.wsl.not-set", section + "." + key, source));
    }

    /// A finding at the entry of a key, if there is one.
    Finding placed(Finding finding, String section, String key) {
        return config.entry(section, key)
                .map(entry -> finding.at(path, entry.line()))
                .orElse(finding);
    }

    /// A finding at the entry of a key, if there is one, with the advised choice for it, if there is any.
    Finding withChoice(Finding finding, String section, String key, Choice choice) {
        Finding placed = placed(finding, section, key);
        return choice.advised().map(placed::fixedBy).orElse(placed);
    }

    /// A finding with the fix that sets a key, where the file can be edited.
    Finding withSetting(Finding finding, String id, Text title, String section, String key, String value) {
        return withEdit(finding, id, title, edit -> edit.set(section, key, value));
    }

    /// The fix that sets a key, where the file can be edited, would change, and no policy would win over it.
    Optional<Fix> setting(String id, Text title, String section, String key, String value) {
        return edited(edit -> edit.set(section, key, value)).flatMap(bytes -> fix(id, title, bytes));
    }

    /// A finding with the fix that makes these edits, where the file can be edited and no policy would win over it.
    Finding withEdit(Finding finding, String id, Text title, UnaryOperator<WslConfigEdit> edits) {
        return edited(edits)
                .flatMap(bytes -> fix(id, title, bytes))
                .map(finding::fixedBy)
                .orElse(finding);
    }

    /// Corrects single lines. Those whose setting a policy locks stay as they are.
    ConfigCure cure(Predicate<WslConfigProblem> wanted) {
        return new ConfigCure(
                bytes(), WslConfigFile.WSLCONFIG, problem -> wanted.test(problem) && !isLocked(problem.line()));
    }

    /// A safe fix that writes these bytes; empty where it would change what a policy locks.
    Optional<Fix> fix(String id, Text title, Bytes after) {
        if (isLocked(Policies.WSL) || locks(after)) return Optional.empty();
        return Optional.of(
                Fix.safe(id, title, new Step.EditFile(path, before, after)).takingEffect(TakesEffect.WSL_RESTART));
    }

    /// Whether a policy would win over what this line sets, or WSL is forbidden altogether.
    boolean isLocked(int line) {
        return isLocked(Policies.WSL)
                || config.entries().stream()
                        .filter(entry -> entry.line() == line)
                        .anyMatch(entry -> isLocked(name(entry)));
    }

    /// Whether any setting that the edit adds, changes or takes away is locked.
    private boolean locks(Bytes after) {
        Map<String, String> old = settings(config);
        Map<String, String> fresh = settings(WslConfig.parse(after.toArray()));
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(old.get(name), fresh.get(name)))
                .anyMatch(this::isLocked);
    }

    /// @param name such as `wsl2.kernel`, as the table of keys writes it
    boolean isLocked(String name) {
        return policies.known().filter(known -> known.locks(name)).isPresent();
    }

    /// What counts, by names as the table of keys writes them.
    private static Map<String, String> settings(WslConfig config) {
        Map<String, String> settings = new TreeMap<>();
        config.entries().stream()
                .filter(entry -> entry.status() == WslConfigEntry.Status.READ)
                .forEach(entry -> settings.putIfAbsent(name(entry), entry.value()));
        return settings;
    }

    private static String name(WslConfigEntry entry) {
        return WslConfigKeys.find(WslConfigFile.WSLCONFIG, entry.section(), entry.key())
                .map(WslConfigKey::fullName)
                .orElseGet(entry::name);
    }

    private Optional<Bytes> edited(UnaryOperator<WslConfigEdit> edits) {
        return switch (edits.apply(WslConfig.edit(bytes())).result()) {
            case EditResult.Edited(byte[] bytes) ->
                Optional.of(Bytes.of(bytes)).filter(after -> !Objects.equals(after, before));
            case EditResult.Refused _ -> Optional.empty();
        };
    }
}
