package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigEdit;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `.wslconfig` as WSL reads it, and as a fix would change it.
///
/// @param before the bytes; null = there is no such file, which is healthy
record ConfigFile(String path, @Nullable Bytes before, WslConfig config, Source source) {
    static final String NAME = ".wslconfig";

    static Reading<ConfigFile> of(Machine machine) {
        return machine.wslConfig().flatMap((file, _) -> switch (file.content()) {
            case Reading.Known<FileContent>(FileContent content, Source source) ->
                new Reading.Known<>(
                        new ConfigFile(
                                file.path(),
                                content.bytes(),
                                WslConfig.parse(content.bytes().toArray()),
                                source),
                        source);
            case Reading.Absent<FileContent>(Source source) ->
                new Reading.Known<>(new ConfigFile(file.path(), null, WslConfig.parse(new byte[0]), source), source);
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

    /// A finding with the fix that sets a key, where the file can be edited.
    Finding withSetting(Finding finding, String id, Text title, String section, String key, String value) {
        return withEdit(finding, id, title, edit -> edit.set(section, key, value));
    }

    /// A finding with the fix that makes these edits, where the file can be edited.
    Finding withEdit(Finding finding, String id, Text title, UnaryOperator<WslConfigEdit> edits) {
        return edited(edits)
                .map(bytes -> finding.fixedBy(fix(id, title, bytes)))
                .orElse(finding);
    }

    /// A safe fix that writes these bytes.
    Fix fix(String id, Text title, Bytes after) {
        return Fix.safe(id, title, new Step.EditFile(path, before, after)).takingEffect(TakesEffect.WSL_RESTART);
    }

    private Optional<Bytes> edited(UnaryOperator<WslConfigEdit> edits) {
        return switch (edits.apply(WslConfig.edit(bytes())).result()) {
            case EditResult.Edited(byte[] bytes) ->
                Optional.of(Bytes.of(bytes)).filter(after -> !Objects.equals(after, before));
            case EditResult.Refused _ -> Optional.empty();
        };
    }
}
