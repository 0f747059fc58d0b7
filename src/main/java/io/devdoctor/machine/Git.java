package io.devdoctor.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Git for Windows and what its configuration says for every repository of this user.
///
/// @param install folder of Git for Windows; Absent = none is registered
/// @param settings in the order in which Git reads them, included files where they are included; the last of a name
/// counts. Unknown where a file that exists could not be read
/// @param conditional includes that hold for some repositories only, which are not followed
/// @param files   by path: the files that could be read
/// @param userFile `~/.gitconfig`
public record Git(
        Reading<String> install,
        Reading<List<Setting>> settings,
        List<String> conditional,
        Map<String, FileContent> files,
        Reading<FileContent> userFile) {
    public Git {
        conditional = List.copyOf(conditional);
        files = Map.copyOf(files);
    }

    /// @param name  section and key in lower case, for example `core.autocrlf`
    /// @param value credentials in addresses are masked
    /// @param user  whether a file of the user sets it, not one of the whole computer
    public record Setting(String name, String value, String file, int line, boolean user, Source source) {}

    /// The setting that counts.
    public Optional<Setting> setting(String name) {
        return settings.known().stream()
                .flatMap(List::stream)
                .filter(setting -> setting.name().equals(name))
                .reduce((_, last) -> last);
    }
}
