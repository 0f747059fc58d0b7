package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.ClientLibraries.Unread;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks through the folders of a project, level by level, for files of certain names. Links are not followed, what
/// tools made is left out, and so is a distribution that does not run: a look into it would start it.
///
/// @param wanted names of files
final class ProjectFolders {
    /// A level deeper than `module/src/test/resources`.
    private static final int DEEPEST = 5;

    private static final int MOST_FOLDERS = 200;
    private static final int AT_ONCE = 8;
    private static final Set<String> LEFT_OUT =
            Set.of("node_modules", "vendor", "target", "build", "dist", "out", "bin", "obj", "venv", "__pycache__");
    private static final Pattern IN_DISTRO =
            Pattern.compile("\\\\\\\\(?:wsl\\$|wsl\\.localhost)\\\\([^\\\\]+).*", Pattern.CASE_INSENSITIVE);

    private final Ports system;
    private final Reading<WslAnswer> wsl;
    private final Predicate<String> wanted;
    private final List<String> files = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private boolean whole = true;

    ProjectFolders(Ports system, Reading<WslAnswer> wsl, Predicate<String> wanted) {
        this.system = system;
        this.wsl = wsl;
        this.wanted = wanted;
    }

    List<String> files() {
        return files;
    }

    List<Unread> unread() {
        return unread;
    }

    /// Whether nothing was passed over for its number.
    boolean whole() {
        return whole;
    }

    void look(String project) {
        Matcher inDistro = IN_DISTRO.matcher(project);
        if (inDistro.matches() && !runs(inDistro.group(1))) {
            Source source = new Source(Source.Kind.FILE, project, system.clock().now());
            String why = "the distribution " + inDistro.group(1) + " does not run";
            unread.add(new Unread(project, new Reading.Unknown<>(Reading.Cause.FAILED, why, source)));
            return;
        }
        List<String> level = List.of(project);
        int seen = 0;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            List<String> some = level.subList(0, Math.min(level.size(), MOST_FOLDERS - seen));
            whole &= some.size() == level.size();
            seen += some.size();
            level = each(some, AT_ONCE, folder -> look(folder, project)).stream()
                    .flatMap(List::stream)
                    .toList();
        }
        whole &= level.isEmpty();
    }

    /// Takes what is wanted and gives back the folders below.
    private List<String> look(String folder, String project) {
        Reading<List<String>> names = system.files().list(folder);
        if (!(names instanceof Reading.Known<List<String>>(List<String> entries, Source _))) {
            missed(folder, names, project);
            return List.of();
        }
        synchronized (this) {
            entries.stream()
                    .filter(wanted)
                    .map(name -> folder + separator() + name)
                    .forEach(files::add);
        }
        return entries.stream()
                .filter(name -> !name.contains(".") && !LEFT_OUT.contains(name))
                .map(name -> folder + separator() + name)
                .flatMap(this::ifFolder)
                .toList();
    }

    private Stream<String> ifFolder(String path) {
        return switch (system.files().state(path)) {
            case Reading.Known<FileState>(FileState state, Source _) ->
                state.kind() == FileState.Kind.FOLDER ? Stream.of(path) : Stream.empty();
            case Reading.Unknown<FileState> why -> {
                missed(path, why, "");
                yield Stream.empty();
            }
            case Reading.Absent<FileState> _, Reading.NotApplicable<FileState> _ -> Stream.empty();
        };
    }

    /// A folder below that is gone meanwhile is no loss; the project itself is.
    private synchronized void missed(String path, Reading<?> why, String project) {
        if (why instanceof Reading.Unknown<?>) unread.add(new Unread(path, why));
        else if (path.equals(project) && why instanceof Reading.Absent<?>(Source source)) {
            unread.add(new Unread(path, new Reading.Unknown<>(Reading.Cause.FAILED, "no such folder", source)));
        }
    }

    private boolean runs(String distro) {
        return InDistro.running(wsl).anyMatch(row -> row.name().equalsIgnoreCase(distro));
    }

    private String separator() {
        return system.platform().isWindows() ? "\\" : "/";
    }
}
