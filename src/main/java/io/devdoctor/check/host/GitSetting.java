package io.devdoctor.check.host;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.GitConfig;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Git.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One setting that git has for every repository of this user.
///
/// @param name section and key in lower case, for example `core.autocrlf`
record GitSetting(Git git, String name) {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");

    static boolean isTrue(String value) {
        return TRUE.contains(value.toLowerCase(Locale.ROOT));
    }

    Optional<Setting> read() {
        return git.setting(name);
    }

    /// The change of `~/.gitconfig`, which is read last, so that what it says counts, unless it includes another file
    /// that decides; none where the file is not known.
    ///
    /// @param decides what says otherwise now
    Fix[] set(String value, String fix, Optional<Setting> decides, Text... warnings) {
        Reading<FileContent> file = git.userFile();
        String path = path(file);
        if (path.isEmpty()) return new Fix[0];
        if (decides.filter(setting -> isIncluded(setting, path)).isPresent()) return new Fix[0];
        byte[] before = file.known().map(content -> content.bytes().toArray()).orElse(new byte[0]);
        int dot = name.indexOf('.');
        return GitConfig.set(before, name.substring(0, dot), name.substring(dot + 1), value)
                        instanceof EditResult.Edited(byte[] after)
                ? new Fix[] {
                    Fix.safe(
                                    fix,
                                    Text.of("fix." + fix + ".title"),
                                    new Step.EditFile(
                                            path,
                                            file.known().map(FileContent::bytes).orElse(null),
                                            Bytes.of(after)))
                            .warning(warnings)
                }
                : new Fix[0];
    }

    private static String path(Reading<FileContent> file) {
        return switch (file) {
            case Reading.Known<FileContent>(FileContent _, Source source) -> source.what();
            case Reading.Absent<FileContent>(Source source) -> source.what();
            case Reading.Unknown<FileContent> _, Reading.NotApplicable<FileContent> _ -> "";
        };
    }

    private boolean isIncluded(Setting setting, String path) {
        return setting.user()
                && !setting.file().equals(path)
                && git.settings().known().stream()
                        .flatMap(List::stream)
                        .anyMatch(
                                each -> each.file().equals(path) && each.name().equals("include.path"));
    }
}
