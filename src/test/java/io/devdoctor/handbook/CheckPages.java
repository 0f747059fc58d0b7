package io.devdoctor.handbook;

import static java.util.stream.Collectors.joining;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Documentation;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The pages of one language: an index, and one for each area with a heading for each check.
final class CheckPages {
    private final Words words;
    private final Examples examples;
    private final Numbers numbers;

    CheckPages(Language language, Examples examples, Numbers numbers) throws IOException {
        this.words = new Words(language);
        this.examples = examples;
        this.numbers = numbers;
    }

    /// Paths from the repository's root, and what stands there.
    SequencedMap<String, String> write() throws IOException {
        SequencedMap<String, String> pages = new LinkedHashMap<>();
        pages.put(index(words.language()), index());
        for (Area area : Area.values()) pages.put(Documentation.page(area, words.language()), page(area));
        return pages;
    }

    private static String index(Language language) {
        return Documentation.page(Area.HOST, language).replace("host.md", "README.md");
    }

    private String index() throws IOException {
        StringBuilder page = new StringBuilder("# " + words.own("index.title") + "\n\n");
        page.append(words.own("index.intro", Checks.ALL.size())).append("\n\n");
        page.append(otherLanguage("README.md")).append("\n");
        for (Area area : Area.values()) {
            page.append("\n## [%s](%s.md)\n\n".formatted(words.program("area." + area.id()), area.id()));
            page.append(row(words.own("index.check"), words.own("index.decides"), words.own("index.worst")));
            page.append(row("---", "---", "---"));
            for (Check check : of(area)) {
                Verdict worst = examples.verdicts(check).getFirst();
                page.append(row(
                        link(area, check.info()),
                        words.program(check.info().nameKey()),
                        words.program("verdict." + worst)));
            }
        }
        return page.toString();
    }

    private String page(Area area) throws IOException {
        StringBuilder page = new StringBuilder("# " + words.program("area." + area.id()) + "\n\n");
        page.append(words.own("area.intro", of(area).size()))
                .append(words.language() == Language.CHINESE ? "" : " ")
                .append("[" + words.own("index.link") + "](README.md) · ")
                .append(otherLanguage(area.id() + ".md"))
                .append("\n\n<!-- ")
                .append(words.own("written"))
                .append(" -->\n");
        for (Check check : of(area)) page.append(section(check));
        return page.toString();
    }

    private String section(Check check) throws IOException {
        CheckInfo info = check.info();
        StringBuilder section = new StringBuilder("\n## " + info.id() + "\n\n");
        section.append("**" + words.program(info.nameKey()) + "**" + words.own("colon") + words.program(info.whyKey()))
                .append("\n\n")
                .append(row(words.own("verdict"), words.own("says")))
                .append(row("---", "---"));
        examples.of(check).forEach(example -> section.append(says(example.finding())));
        fixes(check, section);
        String facts = fact("also", also(check))
                + fact("numbers", numbers(check))
                + fact(
                        "makers",
                        Documentation.ofMakers(info.id()).map("<%s>"::formatted).orElse(""));
        if (!facts.isEmpty()) section.append("\n").append(facts);
        String relations = fact("caused-by", links(causes(info))) + fact("causes", links(followers(info)));
        if (!relations.isEmpty()) section.append(folded(words.own("relations"), relations));
        return section.toString();
    }

    private String says(Finding finding) {
        String verdict = words.program("verdict." + finding.verdict());
        if (finding.certainty() != Certainty.CERTAIN) {
            verdict = words.own("likely", verdict, words.program("certainty." + finding.certainty()));
        }
        return row(verdict, "**" + words.program(finding.title()) + "**<br>" + words.program(finding.message()));
    }

    /// Outcomes that no recorded machine shows.
    private String also(Check check) {
        String id = check.info().id();
        List<String> shown =
                examples.of(check).stream().map(Examples.Example::outcome).toList();
        return words.list(words.outcomes(id).stream()
                .filter(outcome -> !shown.contains(outcome))
                .map(outcome -> words.own("quoted", words.pattern("check." + id + "." + outcome + ".title")))
                .toList());
    }

    private void fixes(Check check, StringBuilder section) {
        List<Fix> fixes = examples.fixes(check);
        if (fixes.isEmpty()) return;
        section.append("\n")
                .append(words.own("fixes"))
                .append(words.own("colon").stripTrailing())
                .append("\n\n");
        for (Fix fix : fixes) {
            section.append("* ")
                    .append(words.program(fix.title()))
                    .append(" `" + fix.id() + "`")
                    .append(words.own("bracket", words.list(conditions(fix))))
                    .append("\n");
        }
    }

    private List<String> conditions(Fix fix) {
        List<String> conditions = new ArrayList<>();
        if (fix.isSafe()) conditions.add(words.program("report.fix.safe"));
        if (fix.isManual()) conditions.add(words.program("report.fix.manual"));
        Arrays.stream(Effect.values())
                .filter(fix.effects()::contains)
                .forEach(effect -> conditions.add(words.program("effect." + effect)));
        if (!fix.isManual()) conditions.add(words.program("takes-effect." + fix.takesEffect()));
        if (fix.choice().isPresent()) conditions.add(words.own("choice"));
        if (!fix.isManual() && fix.isReversible()) conditions.add(words.own("reversible"));
        return conditions;
    }

    private String numbers(Check check) throws IOException {
        Map<String, String> found = numbers.of(check);
        if (found.isEmpty()) return "";
        String all = words.list(found.entrySet().stream()
                .map(entry -> "`%s=%s`".formatted(entry.getKey(), entry.getValue()))
                .toList());
        return all + words.own("bracket", words.own("numbers.file"));
    }

    private static List<CheckInfo> causes(CheckInfo info) {
        return info.causes().stream()
                .map(CheckInfo.Cause::check)
                .distinct()
                .flatMap(id -> all().stream().filter(other -> other.id().equals(id)))
                .toList();
    }

    private static List<CheckInfo> followers(CheckInfo info) {
        return all().stream()
                .filter(other ->
                        other.causes().stream().anyMatch(cause -> cause.check().equals(info.id())))
                .toList();
    }

    private static List<CheckInfo> all() {
        return Checks.ALL.stream().map(Check::info).toList();
    }

    private static List<Check> of(Area area) {
        return Checks.ALL.stream().filter(check -> check.info().area() == area).toList();
    }

    private String links(List<CheckInfo> checks) {
        return words.list(checks.stream().map(info -> link(info.area(), info)).toList());
    }

    private static String link(Area area, CheckInfo info) {
        return "[`%s`](%s.md#%s)".formatted(info.id(), area.id(), Documentation.anchor(info.id()));
    }

    private String otherLanguage(String page) throws IOException {
        boolean english = words.language() == Language.ENGLISH;
        Language other = english ? Language.CHINESE : Language.ENGLISH;
        String folder = english ? "../zh-CN/checks/" : "../../checks/";
        return "[%s](%s%s)".formatted(new Words(other).own("language"), folder, page);
    }

    private String fact(String key, String value) {
        return value.isEmpty() ? "" : "- " + words.own(key) + words.own("colon") + value + "\n";
    }

    private static String folded(String summary, String content) {
        return "\n<details><summary>" + summary + "</summary>\n\n" + content + "\n</details>\n";
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(joining(" | ", "| ", " |\n"));
    }
}
