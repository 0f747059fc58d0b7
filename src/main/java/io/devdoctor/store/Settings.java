package io.devdoctor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the user chose, and what the window remembers. Immutable; `unknown` are members of a newer DevDoctor, kept as
/// they are.
public record Settings(
        Language language,
        Theme theme,
        List<String> projects,
        List<String> recentRecordings,
        Optional<Bounds> window,
        Mutes mutes,
        Map<String, JsonNode> unknown) {

    /// `system` follows Windows.
    public enum Language {
        SYSTEM("system"),
        ENGLISH("en"),
        CHINESE("zh-CN");

        private final String code;

        Language(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// `system` follows Windows.
    public enum Theme {
        SYSTEM("system"),
        LIGHT("light"),
        DARK("dark");

        private final String code;

        Theme(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The window on the screen, in pixels of JavaFX.
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    public static final int RECENT = 10;

    public Settings {
        projects = List.copyOf(projects);
        recentRecordings = List.copyOf(recentRecordings);
        unknown = Map.copyOf(unknown);
    }

    /// What holds before anybody chose.
    public static Settings defaults() {
        return new Settings(
                Language.SYSTEM, Theme.SYSTEM, List.of(), List.of(), Optional.empty(), Mutes.NONE, Map.of());
    }

    public Settings withLanguage(Language next) {
        return new Settings(next, theme, projects, recentRecordings, window, mutes, unknown);
    }

    public Settings withTheme(Theme next) {
        return new Settings(language, next, projects, recentRecordings, window, mutes, unknown);
    }

    public Settings withProjects(List<String> next) {
        return new Settings(language, theme, next, recentRecordings, window, mutes, unknown);
    }

    /// Puts a recording on top of the list, which holds each once and at most [#RECENT].
    public Settings withRecentRecording(String path) {
        List<String> next = Stream.concat(
                        Stream.of(path), recentRecordings.stream().filter(other -> !other.equals(path)))
                .limit(RECENT)
                .toList();
        return new Settings(language, theme, projects, next, window, mutes, unknown);
    }

    public Settings withWindow(Bounds next) {
        return new Settings(language, theme, projects, recentRecordings, Optional.of(next), mutes, unknown);
    }

    public Settings withMutes(Mutes next) {
        return new Settings(language, theme, projects, recentRecordings, window, next, unknown);
    }
}
