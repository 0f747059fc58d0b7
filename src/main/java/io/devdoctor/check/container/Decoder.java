package io.devdoctor.check.container;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ties exit code, error of the engine, last lines of the log, image and program to one cause. The engine's error and
/// the image are certain; lines of a log are likely, since programs write what they like.
final class Decoder {
    private static final int LINES_SHOWN = 5;
    private static final Set<String> SILENT = Set.of("stopped", "killed", "signal", "failed");
    /// A program that reads as a script, which its first line's interpreter runs.
    private static final Pattern SCRIPT =
            Pattern.compile(".*(\\.(sh|bash|py|pl|rb|js)|entrypoint)", Pattern.CASE_INSENSITIVE);

    private Decoder() {}

    /// Empty where nothing says more than the bare code.
    static Optional<Diagnosis> decode(Ward ward, Container container, Details details, Source source) {
        Optional<Diagnosis> told = told(ward, details, source);
        if (told.isPresent()) return told;
        // Whoever was killed did not end because of what its log complains of.
        if (ExitCodes.of(details.exitCode()).kind().equals("killed")) return Optional.empty();
        Optional<Diagnosis> logged = logged(ward, container, details);
        return logged.isPresent() ? logged : coded(ward, container, details, source);
    }

    private static Optional<Diagnosis> told(Ward ward, Details details, Source source) {
        if (details.error().isEmpty()) return Optional.empty();
        Evidence error = Evidence.of("evidence.container.error", details.error(), source.at(" : State.Error"));
        Diagnosis plain = new Diagnosis("not-started", Certainty.CERTAIN, "", "", List.of(error));
        return Words.of("error", List.of(details.error()))
                .map(meaning -> refined(ward, details, meaning, Certainty.CERTAIN, error))
                .or(() -> Optional.of(plain));
    }

    private static Optional<Diagnosis> logged(Ward ward, Container container, Details details) {
        return ward.containers().lastLines().get(container.id())
                        instanceof Reading.Known<List<String>>(List<String> lines, Source source)
                ? Words.of("log", lines)
                        .map(meaning -> refined(
                                ward,
                                details,
                                meaning,
                                Certainty.LIKELY,
                                Evidence.of("evidence.container.log-line", meaning.line(), source)))
                : Optional.empty();
    }

    private static Optional<Diagnosis> coded(Ward ward, Container container, Details details, Source source) {
        ExitCodes.Code code = ExitCodes.of(details.exitCode());
        if (SILENT.contains(code.kind())) return Optional.empty();
        // The engine itself would have said so in its error: such a code is the program's own.
        boolean own = code.kind().startsWith("command-");
        List<Evidence> evidence = new ArrayList<>(lastLines(ward, container));
        if (!code.name().isEmpty()) {
            evidence.add(Evidence.of("evidence.container.code-means", code.name(), source.at(" : State.ExitCode")));
        }
        return Optional.of(
                new Diagnosis(code.kind(), own ? Certainty.LIKELY : Certainty.CERTAIN, code.name(), "", evidence));
    }

    /// The end of the log, as evidence of what nobody can tell from the code.
    static List<Evidence> lastLines(Ward ward, Container container) {
        return switch (ward.containers().lastLines().get(container.id())) {
            case Reading.Known<List<String>>(List<String> lines, Source source)
            when !lines.isEmpty() ->
                List.of(Evidence.of(
                        "evidence.container.last-lines",
                        String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())),
                        source));
            case Reading.Unknown<List<String>> unread ->
                List.of(Evidence.unread("evidence.container.log-unread", unread));
            case null -> List.of();
            case Reading.Known<List<String>> _, Reading.Absent<List<String>> _, Reading.NotApplicable<List<String>> _ ->
                List.of();
        };
    }

    /// The cause, told apart further by image and program.
    private static Diagnosis refined(
            Ward ward, Details details, Words.Meaning meaning, Certainty certainty, Evidence evidence) {
        return switch (meaning.cause()) {
            case "format" -> format(ward, details, certainty, evidence);
            case "no-interpreter" -> {
                boolean script = SCRIPT.matcher(details.setup().program()).matches();
                String cause = script ? "script-interpreter" : "loader-missing";
                yield new Diagnosis(cause, Certainty.LIKELY, "", "", List.of(evidence));
            }
            case "program-missing" -> {
                String program = meaning.detail().isEmpty() ? details.setup().program() : meaning.detail();
                yield new Diagnosis(meaning.cause(), certainty, program, "", List.of(evidence));
            }
            default -> new Diagnosis(meaning.cause(), certainty, meaning.detail(), "", List.of(evidence));
        };
    }

    /// The engine says the same of a script without first line and of a program for another processor.
    private static Diagnosis format(Ward ward, Details details, Certainty certainty, Evidence evidence) {
        String image = ward.architecture(details).orElse("");
        String engine = ward.architecture().known().orElse("");
        if (!Architectures.runsOn(image, engine)) {
            Evidence proof = Evidence.of(
                    "evidence.container.architecture",
                    image + " / " + engine,
                    ward.image(details).sourceOr(evidence.source()));
            return new Diagnosis("architecture", Certainty.CERTAIN, image, engine, List.of(evidence, proof));
        }
        return new Diagnosis("format", certainty, "", "", List.of(evidence));
    }
}
