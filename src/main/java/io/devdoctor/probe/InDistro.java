package io.devdoctor.probe;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Query;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks inside a distribution. Only running WSL 2 distributions are asked, since a question to a stopped one starts it.
final class InDistro {
    private InDistro() {}

    /// The distributions that may be asked, except Docker's own; none where the list is not known.
    static Stream<WslAnswer.Row> running(Reading<WslAnswer> answer) {
        return answer.known().flatMap(known -> known.list().known()).stream()
                .flatMap(List::stream)
                .filter(row -> row.isRunning() && row.version() == 2)
                .filter(row -> !row.name().startsWith("docker-desktop"));
    }

    /// What `parse` makes of the text that `query` prints in `distro`. Any exit code but 0 is Unknown(FAILED).
    static <T> Reading<T> ask(Ports system, Query query, String distro, Function<String, T> parse) {
        return output(system, query, distro).flatMap((output, source) -> {
            CommandText text = CommandText.of(output, query, system.platform());
            return text.exit() == 0
                    ? new Reading.Known<>(parse.apply(text.out().strip()), source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }

    /// The raw answer. A name that WSL itself would refuse never becomes a command line.
    static Reading<CommandOutput> output(Ports system, Query query, String distro) {
        if (!Query.Grammar.DISTRO.admits(distro)) {
            Source source = new Source(
                    Source.Kind.COMMAND, query.program() + " -d", system.clock().now());
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not a distribution's name: " + distro, source);
        }
        return CommandText.answer(system, query.fill(distro));
    }
}
