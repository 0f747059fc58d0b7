package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the folder lies: on a Windows drive that Linux tools reach slowly, below a folder that a cloud program
/// synchronizes, on a network share, below a name that tools stumble over.
final class LocationCheck extends ProjectCheck {
    private static final Pattern IN_DISTRO = Pattern.compile("(?i)\\\\\\\\wsl(?:\\$|\\.localhost)\\\\([^\\\\]+)\\\\.*");
    private static final Pattern DRIVE_IN_LINUX = Pattern.compile("/mnt/[a-z](/.*)?");
    private static final Pattern CLOUD =
            Pattern.compile("(?i)OneDrive( - .*)?|Dropbox( \\(.*\\))?|iCloudDrive|Google Drive|Nextcloud|坚果云|WPSDrive");
    /// The working folder without quotes, in a shell, a Makefile or a batch file.
    private static final Pattern UNQUOTED = Pattern.compile("(?<![\"'\\w$])(?:-v|--volume|-f|cd|cp|--mount)["
            + " =](?:\\$\\(pwd\\)|\\$PWD|\\$\\{PWD}|\\$\\(CURDIR\\)|%cd%)(?!\")");

    private static final int MOST_UNLISTED = 20;

    LocationCheck() {
        super("project.location");
    }

    @Override
    protected List<Finding> unread(Subject subject, Reading.Unknown<Project> why) {
        return List.of(unknown(subject, why));
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        String root = project.facts().root();
        Platform platform = machine.platform();
        List<Finding> found = new ArrayList<>();
        Matcher distro = IN_DISTRO.matcher(root + "\\");
        boolean inDistro = platform.isWindows() && distro.matches();
        boolean wsl = platform.version().toLowerCase(Locale.ROOT).contains("microsoft");
        if (!platform.isWindows() && wsl && DRIVE_IN_LINUX.matcher(root).matches()) {
            found.add(one(project, "drive-in-linux", root));
        } else if (platform.isWindows() && root.startsWith("\\\\") && !inDistro) {
            found.add(one(project, "network", root));
        }
        cloud(root)
                .ifPresent(name ->
                        found.add(likely(subject(project, "cloud"), "cloud", List.of(evidence(project)), root, name)));
        if (platform.isWindows() && !inDistro) codePage(project, platform).ifPresent(found::add);
        blanks(project).ifPresent(found::add);
        unlisted(project, found);
        if (!found.isEmpty()) return found;
        return List.of(
                inDistro ? ok(project.subject(), "in-distro", distro.group(1)) : ok(project.subject(), "ok", root));
    }

    /// Folders that could not be looked into. What lies in them no other check sees, and this one tells it for all.
    private void unlisted(Workspace project, List<Finding> found) {
        project.facts().unread().stream()
                .filter(each -> {
                    Project.Entry entry = project.facts().entries().get(each.path());
                    return entry != null && entry.isFolder();
                })
                .limit(MOST_UNLISTED)
                .forEach(each -> found.add(unknown(project.subject(each.path(), ""), each.why())));
    }

    private Finding one(Workspace project, String outcome, String root) {
        return warning(subject(project, outcome), outcome, List.of(evidence(project)), root);
    }

    private static Subject subject(Workspace project, String detail) {
        return project.aspect(detail);
    }

    private static Evidence evidence(Workspace project) {
        return Evidence.of(
                "evidence.project.folder",
                project.facts().root(),
                project.facts().taken());
    }

    private static Optional<String> cloud(String root) {
        return Stream.of(root.split("[\\\\/]"))
                .filter(name -> CLOUD.matcher(name).matches())
                .findFirst();
    }

    /// Programs that ask Windows for names in its own code page get `?` for what that cannot write.
    private Optional<Finding> codePage(Workspace project, Platform platform) {
        Optional<Charset> charset = charset(platform.ansiCodePage());
        String root = project.facts().root();
        if (charset.isEmpty() || charset.get().newEncoder().canEncode(root)) return Optional.empty();
        return Optional.of(likely(
                subject(project, "code-page"),
                "code-page",
                List.of(evidence(project)),
                root,
                String.valueOf(platform.ansiCodePage())));
    }

    private static Optional<Charset> charset(int codePage) {
        String name = switch (codePage) {
            case 932 -> "windows-31j";
            case 936 -> "GBK";
            case 949 -> "x-windows-949";
            case 950 -> "x-windows-950";
            case 65001 -> "UTF-8";
            default -> "windows-" + codePage;
        };
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    private Optional<Finding> blanks(Workspace project) {
        if (!project.facts().root().contains(" ")) return Optional.empty();
        List<Evidence> evidence = new ArrayList<>();
        List<Finding.Place> places = new ArrayList<>();
        for (TextFile file : project.kept(path -> path.matches("(?i)(.*/)?(Makefile|.*\\.(sh|mk|bat|cmd))"))) {
            int line = 0;
            for (String text : new String(
                            file.content().orElseThrow().toArray(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                line++;
                if (!UNQUOTED.matcher(text).find()) continue;
                Source source = project.source(file.path(), line);
                evidence.add(Evidence.of("evidence.project.line", text.strip(), source));
                places.add(project.place(file.path(), line));
            }
        }
        if (evidence.isEmpty()) return Optional.empty();
        return Optional.of(likely(
                        subject(project, "blanks"),
                        "blanks",
                        evidence,
                        project.facts().root(),
                        evidence.size())
                .at(places));
    }
}
