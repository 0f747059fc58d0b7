package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Projects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What was found in one project folder, file by file, the worst file first.
///
/// @param facts  empty until the folder has been looked at
/// @param files  those about which there is something to say; the folder as a whole has the path ""
/// @param passed how many checks found nothing amiss
public record ProjectFindings(String folder, Optional<Reading<Project>> facts, List<FileFindings> files, int passed) {

    /// @param path inside the project, with `/`
    public record FileFindings(String path, List<Placed> findings) {
        public FileFindings {
            findings = List.copyOf(findings);
        }

        public Verdict worst() {
            return findings.stream()
                    .map(placed -> placed.finding().verdict())
                    .max(Comparator.comparingInt(Verdict::rank))
                    .orElse(Verdict.OK);
        }
    }

    /// @param lines of this file, in order; 0 = the file as a whole
    /// @param elsewhere further places, in other files
    public record Placed(Finding finding, Set<Integer> lines, List<Finding.Place> elsewhere) {
        public Placed {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    public ProjectFindings {
        files = List.copyOf(files);
    }

    public static ProjectFindings of(RunState run, String folder) {
        Optional<Reading<Project>> facts = run.machine().flatMap(machine -> facts(machine, folder));
        String root = facts.flatMap(Reading::known).map(Project::root).orElse(folder);
        List<Finding> own = run.findings().stream()
                .filter(finding -> finding.check().area() == Area.PROJECT)
                .filter(finding -> isAbout(finding, root) || isAbout(finding, folder))
                .toList();
        Map<String, List<Placed>> byFile = new LinkedHashMap<>();
        for (Finding finding : own) {
            if (isWorthShowing(finding.verdict())) place(finding, root, byFile);
        }
        List<FileFindings> files = byFile.entrySet().stream()
                .map(entry -> new FileFindings(entry.getKey(), sorted(entry.getValue())))
                .sorted(Comparator.comparing(
                                (FileFindings file) -> -file.worst().rank())
                        .thenComparing(FileFindings::path))
                .toList();
        int passed = (int)
                own.stream().filter(finding -> finding.verdict() == Verdict.OK).count();
        return new ProjectFindings(folder, facts, files, passed);
    }

    /// The worst verdict about the folder; empty while nothing has been said of it.
    public Optional<Verdict> worst() {
        if (files.isEmpty()) return passed == 0 ? Optional.empty() : Optional.of(Verdict.OK);
        return Optional.of(files.getFirst().worst());
    }

    public long count(Verdict verdict) {
        return files.stream()
                .flatMap(file -> file.findings().stream())
                .filter(placed -> placed.finding().verdict() == verdict)
                .count();
    }

    private static boolean isWorthShowing(Verdict verdict) {
        return verdict.isIllness() || verdict == Verdict.INFO || verdict == Verdict.UNKNOWN;
    }

    private static Optional<Reading<Project>> facts(Machine machine, String folder) {
        if (!machine.has(Part.PROJECTS)) return Optional.empty();
        return machine.projects().known().stream()
                .flatMap(projects -> projects.folders().stream())
                .filter(one -> one.root().equals(folder))
                .map(Projects.Folder::project)
                .findFirst();
    }

    private static boolean isAbout(Finding finding, String root) {
        Subject subject = finding.subject();
        if (subject.kind() == Subject.Kind.PROJECT && subject.name().equals(root)) return true;
        return inside(subject.name(), root).isPresent()
                || finding.places().stream()
                        .anyMatch(place -> inside(place.file(), root).isPresent());
    }

    private static void place(Finding finding, String root, Map<String, List<Placed>> byFile) {
        Set<Integer> lines = new TreeSet<>();
        List<Finding.Place> elsewhere = new ArrayList<>();
        Finding.Place telling = finding.place();
        String file = telling != null
                ? telling.file()
                : finding.subject().kind() == Subject.Kind.FILE
                        ? finding.subject().name()
                        : root;
        for (Finding.Place place : finding.places()) {
            if (place.file().equals(file)) lines.add(place.line());
            else elsewhere.add(place);
        }
        String path = file.equals(root) ? "" : inside(file, root).orElse(file);
        byFile.computeIfAbsent(path, _ -> new ArrayList<>()).add(new Placed(finding, lines, elsewhere));
    }

    private static List<Placed> sorted(List<Placed> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(
                                (Placed one) -> -one.finding().verdict().rank())
                        .thenComparing(one -> one.lines().stream().findFirst().orElse(0)))
                .toList();
    }

    /// The path below a root, with `/`.
    static Optional<String> inside(String absolute, String root) {
        String bare = root.replaceAll("[/\\\\]+$", "");
        boolean below = absolute.length() > bare.length() + 1
                && absolute.startsWith(bare)
                && "/\\".indexOf(absolute.charAt(bare.length())) >= 0;
        return below ? Optional.of(absolute.substring(bare.length() + 1).replace('\\', '/')) : Optional.empty();
    }
}
