package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.GitConfig;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the configuration files that Git reads for every repository, in its order: of the computer, then of the user.
public final class GitProbe implements Probe<Git> {
    private static final List<String> INSTALL_KEYS =
            List.of("HKLM\\SOFTWARE\\GitForWindows", "HKCU\\SOFTWARE\\GitForWindows");
    /// Git itself stops at ten.
    private static final int DEEPEST = 10;
    /// Git knows no such limits; a file that includes another a thousand times would keep it busy, too.
    private static final int MOST_FILES = 100;

    private static final int MOST_SETTINGS = 20_000;

    @Override
    public Part<Git> part() {
        return Part.GIT;
    }

    @Override
    public Reading<Git> read(Ports system, Machine known) {
        String userFile = system.platform().inHome(".gitconfig");
        List<String> ofUser = List.of(configHome(system), userFile);
        var asked = together(
                () -> each(ofUser, ofUser.size(), path -> system.files().read(path)));
        Reading<String> install =
                system.platform().isWindows() ? install(system) : new Reading.NotApplicable<>(NotWindows.WHY);
        Files files = new Files(system);
        install.known().ifPresent(folder -> files.add(folder + "\\etc\\gitconfig", false, 0));
        if (!system.platform().isWindows()) files.add("/etc/gitconfig", false, 0);
        List<Reading<FileContent>> own = asked.join();
        for (int i = 0; i < own.size(); i++) files.add(ofUser.get(i), own.get(i), true, 0);
        Source source = new Source(Source.Kind.DERIVED, "git config", known.taken());
        Reading<List<Git.Setting>> settings = files.unread
                .<Reading<List<Git.Setting>>>map(Reading::withoutValue)
                .orElseGet(() -> install.isKnown() || !files.read.isEmpty()
                        ? new Reading.Known<>(List.copyOf(files.settings), source)
                        : new Reading.Absent<>(source));
        if (install instanceof Reading.Unknown<String> && files.unread.isEmpty()) settings = install.withoutValue();
        return new Reading.Known<>(new Git(install, settings, files.conditional, files.read, own.getLast()), source);
    }

    private static Reading<String> install(Ports system) {
        Optional<Reading<String>> unread = Optional.empty();
        for (String key : INSTALL_KEYS) {
            Reading<String> path = KeyFacts.text(system.registry().key(key), "InstallPath");
            if (path.isKnown()) return path.map(folder -> folder.replaceFirst("\\\\+$", ""));
            if (!path.isAbsent()) unread = unread.or(() -> Optional.of(path));
        }
        return unread.orElseGet(() -> new Reading.Absent<>(new Source(
                Source.Kind.REGISTRY, INSTALL_KEYS.getFirst(), system.clock().now())));
    }

    private static String configHome(Ports system) {
        String separator = system.platform().isWindows() ? "\\" : "/";
        return system.environment()
                        .variables(Scope.PROCESS)
                        .known()
                        .map(variables -> variables.getOrDefault("XDG_CONFIG_HOME", ""))
                        .filter(folder -> !folder.isBlank())
                        .orElseGet(() -> system.platform().inHome(".config"))
                + separator + "git" + separator + "config";
    }

    /// Files in the order in which Git counts them; what one includes is read when it is known.
    private static final class Files {
        private final Ports system;
        private final List<Git.Setting> settings = new ArrayList<>();
        private final List<String> conditional = new ArrayList<>();
        private final Map<String, FileContent> read = new LinkedHashMap<>();
        private Optional<Reading.Unknown<FileContent>> unread = Optional.empty();
        private int opened;

        Files(Ports system) {
            this.system = system;
        }

        void add(String path, boolean user, int depth) {
            if (depth <= DEEPEST && opened <= MOST_FILES)
                add(path, system.files().read(path), user, depth);
        }

        void add(String path, Reading<FileContent> file, boolean user, int depth) {
            if (++opened > MOST_FILES || settings.size() > MOST_SETTINGS) {
                Source source =
                        new Source(Source.Kind.FILE, path, system.clock().now());
                unread = unread.or(() -> Optional.of(new Reading.Unknown<>(
                        Reading.Cause.UNREADABLE,
                        "more than " + MOST_FILES + " files or " + MOST_SETTINGS + " settings",
                        source)));
                return;
            }
            switch (file) {
                case Reading.Known<FileContent>(FileContent content, Source source) -> {
                    read.put(path, content);
                    entries(content, source, user, depth);
                }
                case Reading.Unknown<FileContent> unknown -> unread = unread.or(() -> Optional.of(unknown));
                // A file that does not exist is skipped, also an included one.
                case Reading.Absent<FileContent> _, Reading.NotApplicable<FileContent> _ -> {}
            }
        }

        private void entries(FileContent content, Source source, boolean user, int depth) {
            GitConfig config = GitConfig.parse(content.bytes().toArray());
            if (config.badLine() > 0) {
                unread = unread.or(() -> Optional.of(new Reading.Unknown<>(
                        Reading.Cause.UNREADABLE,
                        "bad config line " + config.badLine(),
                        source.at(":" + config.badLine()))));
            }
            for (GitConfig.Entry entry : config.entries()) {
                settings.add(new Git.Setting(
                        entry.name(),
                        ProxyAddress.withoutCredentials(entry.value()),
                        content.path(),
                        entry.line(),
                        user,
                        source.at(":" + entry.line())));
                if (entry.name().equals("include.path")) add(resolved(entry.value(), content.path()), user, depth + 1);
                if (entry.name().startsWith("includeif.") && entry.name().endsWith(".path")) {
                    conditional.add(entry.value());
                }
            }
        }

        private String resolved(String path, String from) {
            boolean windows = system.platform().isWindows();
            String separator = windows ? "\\" : "/";
            String own = windows ? path.replace('/', '\\') : path;
            if (own.startsWith("~" + separator)) return system.platform().inHome(own.substring(2));
            boolean absolute = windows ? own.matches("(?s)([A-Za-z]:)?\\\\.*") : own.startsWith("/");
            return absolute ? own : from.substring(0, from.lastIndexOf(separator) + 1) + own;
        }
    }
}
