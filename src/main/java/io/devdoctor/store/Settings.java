package io.devdoctor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the user chose, and what is remembered for them. Immutable; `unknown` are members of a newer DevDoctor, kept as
/// they are.
public record Settings(Looks looks, Asking asking, Watching watching, Memory memory, Map<String, JsonNode> unknown) {

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

    /// Whether the window moves things; `system` follows Windows.
    public enum Motion {
        SYSTEM("system"),
        FULL("full"),
        REDUCED("reduced");

        private final String code;

        Motion(String code) {
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
        unknown = Map.copyOf(unknown);
    }

    /// What holds before anybody chose.
    public static Settings defaults() {
        return new Settings(Looks.DEFAULT, Asking.DEFAULT, Watching.DEFAULT, Memory.EMPTY, Map.of());
    }

    public Language language() {
        return looks.language();
    }

    public Theme theme() {
        return looks.theme();
    }

    public List<String> projects() {
        return asking.projects();
    }

    public List<String> recentRecordings() {
        return memory.recentRecordings();
    }

    public Optional<Bounds> window() {
        return memory.window();
    }

    public Mutes mutes() {
        return memory.mutes();
    }

    public Settings withLooks(UnaryOperator<Looks> change) {
        return new Settings(change.apply(looks), asking, watching, memory, unknown);
    }

    public Settings withAsking(UnaryOperator<Asking> change) {
        return new Settings(looks, change.apply(asking), watching, memory, unknown);
    }

    public Settings withWatching(UnaryOperator<Watching> change) {
        return new Settings(looks, asking, change.apply(watching), memory, unknown);
    }

    public Settings withMemory(UnaryOperator<Memory> change) {
        return new Settings(looks, asking, watching, change.apply(memory), unknown);
    }

    public Settings withLanguage(Language next) {
        return withLooks(now -> now.withLanguage(next));
    }

    public Settings withTheme(Theme next) {
        return withLooks(now -> now.withTheme(next));
    }

    public Settings withProjects(List<String> next) {
        return withAsking(now -> now.withProjects(next));
    }

    /// Puts a recording on top of the list, which holds each once and at most [#RECENT].
    public Settings withRecentRecording(String path) {
        List<String> next = Stream.concat(
                        Stream.of(path), recentRecordings().stream().filter(other -> !other.equals(path)))
                .limit(RECENT)
                .toList();
        return withMemory(now -> now.withRecentRecordings(next));
    }

    public Settings withWindow(Bounds next) {
        return withMemory(now -> now.withWindow(next));
    }

    public Settings withMutes(Mutes next) {
        return withMemory(now -> now.withMutes(next));
    }
}
