package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.BuildChecks.Answer;
import io.devdoctor.machine.project.BuildChecks.BuildError;
import io.devdoctor.machine.project.BuildChecks.Lines;
import io.devdoctor.machine.project.BuildChecks.Warning;
import io.devdoctor.system.Queries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what `docker build --call=check,format=json` answers: the result of BuildKit's request `frontend.lint` on
/// stdout (its frontend/subrequests/lint), the progress of the build and its errors on stderr. The exit code tells no
/// more than that there are warnings or an error.
final class BuildCheckAnswer {
    /// buildx before 0.15, docker without buildx, and a frontend before Dockerfile 1.8.
    private static final Pattern TOO_OLD =
            Pattern.compile("(?i)unknown flag: --call|unsupported (?:sub)?request|unsupported frontend capability"
                    + "|unknown command: docker buildx");
    /// `#5 [internal] load …`.
    private static final Predicate<String> PROGRESS = Pattern.compile("#\\d.*").asMatchPredicate();
    private static final Predicate<String> RULE =
            Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}").asMatchPredicate();
    private static final int LONGEST = 500;

    private BuildCheckAnswer() {}

    /// @param name of the Dockerfile, as the answer names it among its sources
    static Answer read(CommandOutput output, String name, Platform platform, Source source) {
        CommandText text = CommandText.of(output, Queries.BUILD_CHECK, platform);
        if (text.out().isBlank()) return refused(text, source);
        try {
            JsonNode lint = EngineJson.tree(Bytes.of(text.out().getBytes(StandardCharsets.UTF_8)));
            return linted(lint, name, source);
        } catch (JacksonException | IllegalArgumentException _) {
            return unread(Reading.Cause.UNREADABLE, "no result: " + said(text.out()), source);
        }
    }

    static Answer unread(Reading.Cause cause, String detail, Source source) {
        return new Answer.Unread(new Reading.Unknown<>(cause, detail, source));
    }

    private static Answer refused(CommandText text, Source source) {
        String said = text.err()
                .lines()
                .map(String::strip)
                .filter(line -> TOO_OLD.matcher(line).find())
                .findFirst()
                .orElse("");
        return said.isEmpty()
                ? unread(Reading.Cause.FAILED, "exit " + text.exit() + ": " + error(text.err()), source)
                : new Answer.TooOld(said(said), source);
    }

    /// The last line that says `ERROR`, else the first that is no progress.
    private static String error(String err) {
        List<String> lines = err.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !PROGRESS.test(line))
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith("ERROR"))
                .reduce((_, last) -> last)
                .or(() -> lines.stream().findFirst())
                .map(BuildCheckAnswer::said)
                .orElse("");
    }

    /// An answer of which a part cannot be read is not read at all: what is left would look better than it is.
    private static Answer linted(JsonNode lint, String name, Source source) {
        JsonNode warnings = lint.path("warnings");
        JsonNode error = lint.path("buildError");
        boolean known = lint.has("warnings") && (warnings.isNull() || warnings.isArray());
        if (!known) throw new IllegalArgumentException("no warnings");
        List<Warning> read = new ArrayList<>();
        for (JsonNode warning : warnings) read.add(warning(warning, lint, name));
        return new Answer.Linted(read, error(error, lint, name), source);
    }

    private static Warning warning(JsonNode warning, JsonNode lint, String name) {
        String rule = EngineJson.text(warning, "ruleName");
        if (!RULE.test(rule)) throw new IllegalArgumentException("no rule");
        return new Warning(
                rule,
                said(EngineJson.text(warning, "description")),
                EngineJson.text(warning, "url"),
                said(EngineJson.text(warning, "detail")),
                lines(warning.path("location"), lint, name));
    }

    private static Optional<BuildError> error(JsonNode error, JsonNode lint, String name) {
        if (error.isMissingNode() || error.isNull()) return Optional.empty();
        String message = EngineJson.text(error, "message");
        if (message.isBlank()) throw new IllegalArgumentException("no message");
        return Optional.of(new BuildError(said(message), lines(error.path("location"), lint, name)));
    }

    /// Numbers that are 0 are left out of the answer. Lines of another source than the Dockerfile are none of it.
    private static List<Lines> lines(JsonNode location, JsonNode lint, String name) {
        int index = EngineJson.integer(location, "sourceIndex", 0);
        String file = EngineJson.text(lint.path("sources").path(index), "filename");
        if (!file.isEmpty() && !file.substring(file.lastIndexOf('/') + 1).equals(name)) return List.of();
        List<Lines> lines = new ArrayList<>();
        for (JsonNode range : location.path("ranges")) {
            int first = EngineJson.integer(range.path("start"), "line", 0);
            int last = EngineJson.integer(range.path("end"), "line", first);
            if (first > 0) lines.add(new Lines(first, Math.max(first, last)));
        }
        return lines.stream().distinct().toList();
    }

    /// On one line, and not too long for one.
    private static String said(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
