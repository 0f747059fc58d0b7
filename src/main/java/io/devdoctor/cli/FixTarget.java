package io.devdoctor.cli;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.Projects;
import java.util.List;
import java.util.Optional;

/// How a person names one finding on the command line: by its check, and where that says several things, by what it is
/// about; two things about one file are told apart behind `#`.
record FixTarget(ExaminationResult result) {

    /// The options that name this finding, values quoted for a shell by `quote`.
    String options(Finding finding, java.util.function.UnaryOperator<String> quote) {
        String subject = finding.subject().name();
        if (isShared(finding)) subject = subject.isEmpty() ? finding.subject().world() : subject + detail(finding);
        return (subject.isEmpty() ? "" : " --subject " + quote.apply(subject))
                + project(finding)
                        .map(root -> " --project " + quote.apply(root))
                        .orElse("");
    }

    static boolean names(String subject, Finding finding) {
        String name = finding.subject().name();
        // Several settings of one machine have no other name than their own.
        boolean setting = name.isEmpty() && subject.equals(finding.subject().world());
        return setting || subject.equals(name) || subject.equals(name + detail(finding));
    }

    /// As a word of a command line that a person copies.
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/-]+") ? word : "\"" + word.replace("\"", "\\\"") + "\"";
    }

    private boolean isShared(Finding finding) {
        List<Finding> same = result.findings().stream()
                .filter(other -> other.check().id().equals(finding.check().id()))
                .filter(other -> other.subject().name().equals(finding.subject().name()))
                .filter(other -> !other.fixes().isEmpty())
                .toList();
        return same.size() > 1;
    }

    private static String detail(Finding finding) {
        String world = finding.subject().world();
        return world.isEmpty() ? "" : world.substring(Math.max(0, world.indexOf('#')));
    }

    /// How the person tells this finding from the other ones that are meant.
    static String name(Finding finding, List<Finding> others) {
        String name = finding.subject().name();
        boolean shared = others.stream().filter(other -> names(name, other)).count() > 1;
        if (name.isEmpty()) return finding.subject().world();
        return shared ? name + detail(finding) : name;
    }

    private Optional<String> project(Finding finding) {
        if (finding.check().area() != Area.PROJECT || !result.machine().has(Part.PROJECTS)) return Optional.empty();
        return result.machine().projects().known().map(Projects::folders).orElse(List.of()).stream()
                .map(Projects.Folder::root)
                .filter(root -> finding.subject().name().startsWith(root))
                .findFirst();
    }
}
