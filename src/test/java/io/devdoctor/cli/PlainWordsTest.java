package io.devdoctor.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import io.devdoctor.proof.Proof;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Nobody reads a name out of our own code, whatever was found: not in a terminal, not in a report.
class PlainWordsTest {
    /// What only a program writes: the text of a record or a collection, classes, a Duration, a pattern.
    private static final Pattern CODE =
            Pattern.compile("\\b[A-Z]\\w+\\[\\w+=|\\bOptional[.\\[]|: null\\b|\\bPT\\d|\\(\\?m\\)|\\{\\d+\\}"
                    + "|\\b(?:java|javax|io\\.devdoctor|tools\\.jackson)\\.\\w+\\.|\\b[A-Z]\\w+Exception\\b");

    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\w%$=\\\\/-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![\\w=\\\\/-])");

    /// Constants of ours that are words of the field as well, reviewed one by one.
    private static final Set<String> WORDS =
            Set.of("CRLF", "HEALTHCHECK", "NONE", "DOCKER_CONTEXT", "DOCKER_HOST", "HTTP", "JSON", "PATH", "USER");

    /// What a program of the user wrote is shown as it is.
    private static final Pattern LOG =
            Pattern.compile("\\s*(?:Last lines of its log|Line of its log|日志.*行)[:：].*|\\s*\\{\".*");

    @Test
    void nothingOfOurCodeIsShown() throws RecordingException {
        Set<String> constants = constants();
        Set<String> found = new TreeSet<>();
        for (Proof proof : Proof.all()) {
            ExaminationResult result = proof.examine();
            for (Language language : Language.values()) look(terminal(result, language), constants, found);
        }
        for (String sample : Samples.NAMES) {
            ExaminationResult result = examine(sample);
            for (Language language : Language.values()) {
                look(terminal(result, language), constants, found);
                look(markdown(result, language), constants, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static void look(String document, Set<String> constants, Set<String> found) {
        for (String line :
                document.lines().filter(each -> !LOG.matcher(each).matches()).toList()) {
            Matcher code = CODE.matcher(line);
            if (code.find()) found.add(code.group() + " in: " + line.strip());
            Matcher capitals = CAPITALS.matcher(line);
            while (capitals.find()) {
                if (constants.contains(capitals.group())) found.add(capitals.group() + " in: " + line.strip());
            }
        }
    }

    private static ExaminationResult examine(String sample) throws RecordingException {
        return new Examination(Samples.open(sample), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }

    private static String terminal(ExaminationResult result, Language language) {
        return new String(TextReport.document(result, Messages.of(language)), StandardCharsets.UTF_8);
    }

    private static String markdown(ExaminationResult result, Language language) {
        ReportOptions options = new ReportOptions(language, false, ZoneOffset.UTC, "1.0");
        return new String(Reports.write(result, ReportFormat.MARKDOWN, options), StandardCharsets.UTF_8);
    }

    /// Of every enum of ours, short ones aside, which are words more often than not.
    private static Set<String> constants() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.devdoctor").stream()
                        .filter(JavaClass::isEnum)
                        .flatMap(type -> type.getFields().stream()
                                .filter(field -> field.getRawType().equals(type)))
                        .map(JavaField::getName)
                        .filter(name -> name.length() > 3 && !WORDS.contains(name))
                        .collect(toCollection(TreeSet::new));
    }
}
