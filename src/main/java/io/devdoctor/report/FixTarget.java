package io.devdoctor.report;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.Projects;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// How a person names one finding on the command line: by its check, and where that says several things, by what it is
/// about; two things about one file are told apart behind `#`.
public record FixTarget(ExaminationResult result) {
    /// What cmd, PowerShell and every POSIX shell take for a word and nothing more between double quotes.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._:/\\\\+@#(){}\\[\\],;=~&'-]*(?<!\\\\)");

    /// What a person types to have it mended.
    ///
    /// @param shown what the reader sees of a text; a name that is changed by it, or with which no shell can be
    ///     trusted, is left out, and DevDoctor asks which one is meant
    public String command(Finding finding, Fix fix, UnaryOperator<String> shown) {
        String one = finding.fixes().size() > 1 ? " --fix " + fix.id() : "";
        return command(finding, shown) + one;
    }

    /// The same where the fix needs no name.
    public String command(Finding finding, UnaryOperator<String> shown) {
        StringBuilder command =
                new StringBuilder("devdoctor fix ").append(finding.check().id());
        String subject = finding.subject().name();
        if (isShared(finding)) subject = subject.isEmpty() ? finding.subject().world() : subject + detail(finding);
        if (!subject.isEmpty() && isPlain(subject, shown))
            command.append(" --subject ").append(quoted(subject));
        // Whoever is not told the folder stands in it.
        project(finding)
                .map(root -> isPlain(root, shown) ? quoted(root) : ".")
                .ifPresent(root -> command.append(" --project ").append(root));
        return command.toString();
    }

    /// Names come from strangers' repositories and images.
    private static boolean isPlain(String word, UnaryOperator<String> shown) {
        return shown.apply(word).equals(word) && WORD.matcher(word).matches();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/-]+") ? word : "\"" + word + "\"";
    }

    public static boolean names(String subject, Finding finding) {
        String name = finding.subject().name();
        // Several settings of one machine have no other name than their own.
        boolean setting = name.isEmpty() && subject.equals(finding.subject().world());
        return setting || subject.equals(name) || subject.equals(name + detail(finding));
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
    public static String name(Finding finding, List<Finding> others) {
        String name = finding.subject().name();
        boolean shared = others.stream().filter(other -> names(name, other)).count() > 1;
        if (name.isEmpty()) return finding.subject().world();
        return shared ? name + detail(finding) : name;
    }

    private Optional<String> project(Finding finding) {
        if (finding.check().area() != Area.PROJECT || !result.machine().has(Part.PROJECTS)) return Optional.empty();
        return result.machine().projects().known().map(Projects::folders).orElse(List.of()).stream()
                .map(Projects.Folder::root)
                .filter(root -> isBelow(finding.subject().name(), root))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isBelow(String name, String root) {
        String rest = name.startsWith(root) ? name.substring(root.length()) : "?";
        return rest.isEmpty() || root.matches(".*[/\\\\]") || rest.startsWith("/") || rest.startsWith("\\");
    }
}
