package io.devdoctor.system.recorded;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Query;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Answers of programs, by command line: the program by its base name, the arguments exactly.
final class RecordedCommands implements Commands {
    private final Tape tape;
    private final Answers<List<String>, Reading<CommandOutput>> answers = new Answers<>();

    RecordedCommands(Json root, Tape tape) {
        this.tape = tape;
        for (Json json : root.elements("commands")) {
            List<String> run = json.member("run").texts();
            if (run.isEmpty()) throw new Malformed(json.path() + "/run", "list");
            Instant at = json.instant("at", tape.taken());
            Source source = new Source(Source.Kind.COMMAND, String.join(" ", run), at);
            answers.add(key(run), tape.reading(json, source, answer -> output(answer, at)));
        }
    }

    @Override
    public Reading<CommandOutput> run(Query.Filled query) {
        return answers.next(key(query.run()))
                .orElseGet(() -> tape.notRecorded(tape.source(Source.Kind.COMMAND, String.join(" ", query.run()))));
    }

    private static CommandOutput output(Json json, Instant at) {
        Charset charset = json.charset("charset", StandardCharsets.UTF_8);
        return new CommandOutput(
                json.whole("exit", 0),
                json.content("stdout", "stdoutBase64", charset),
                json.content("stderr", "stderrBase64", json.charset("stderrCharset", charset)),
                at,
                json.millis());
    }

    private static List<String> key(List<String> run) {
        List<String> key = new ArrayList<>(run);
        String program = key.getFirst().toLowerCase(Locale.ROOT).replaceAll("^.*[\\\\/]", "");
        key.set(0, program.replaceAll("\\.exe$", ""));
        return List.copyOf(key);
    }
}
