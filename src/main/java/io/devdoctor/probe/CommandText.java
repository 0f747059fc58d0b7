package io.devdoctor.probe;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Query;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program's answer as text.
record CommandText(int exit, String out, String err) {
    /// The end of every message of wsl.exe that has a code, in every language: `Wsl/Service/E_UNEXPECTED`.
    private static final Pattern ERROR_ID =
            Pattern.compile("(?<![\\w/\\\\])(?:Wsl|WslConfig|Bash|Wslg)(?:/[A-Za-z0-9_]+)+");

    /// What older releases of WSL print instead: an HRESULT of failure, or the one short code that they are known for.
    /// 0xffffffff is an exit code of -1, no error.
    private static final Pattern NUMBER =
            Pattern.compile("\\b0x(?!(?i:f{8})\\b)(?:[89A-Fa-f][0-9A-Fa-f]{7}|1[Bb][Cc])\\b");

    /// Linux programs end within this; whatever lies outside is a failure of wsl.exe itself.
    private static final int MOST_OF_LINUX = 255;

    private static final int LONGEST_LINE = 300;

    static CommandText of(CommandOutput output, Query query, Platform platform) {
        return new CommandText(
                output.exit(),
                OutputText.decode(output.stdout(), query.decoding(), platform),
                OutputText.decode(output.stderr(), query.decoding(), platform));
    }

    /// What a program answered. One that does not exist answered nothing, which is no empty answer.
    static Reading<CommandOutput> answer(Ports system, Query.Filled question) {
        Reading<CommandOutput> answer = system.commands().run(question);
        return answer instanceof Reading.Absent<CommandOutput>(Source source)
                ? new Reading.Unknown<>(Reading.Cause.FAILED, "the program does not exist", source)
                : answer;
    }

    /// wsl.exe prints its errors to stdout and its warnings to stderr; Linux programs do the opposite.
    Optional<String> errorId() {
        return Stream.of(out, err)
                .map(ERROR_ID::matcher)
                .flatMap(matcher -> matcher.results().map(java.util.regex.MatchResult::group))
                .reduce((_, last) -> last);
    }

    /// The bare number of an error of wsl.exe's own.
    private Optional<String> errorNumber() {
        if (exit >= 0 && exit <= MOST_OF_LINUX) return Optional.empty();
        return Stream.of(out, err)
                .map(NUMBER::matcher)
                .flatMap(matcher -> matcher.results().map(java.util.regex.MatchResult::group))
                .findFirst();
    }

    /// Exit code, error id and the first line that says anything: the technical detail of a failure.
    String failure() {
        String line = Stream.of(out, err)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        String head = errorId().or(this::errorNumber).orElse("exit " + exit);
        return shown.isEmpty() || shown.equals(head) ? head : head + ": " + shown;
    }
}
