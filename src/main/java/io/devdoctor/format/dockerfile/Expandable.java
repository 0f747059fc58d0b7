package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The words in which BuildKit resolves variables. Never those of RUN, CMD, ENTRYPOINT and HEALTHCHECK.
public final class Expandable {
    private static final Set<String> RESOLVED = Set.of("chown", "chmod", "checksum");

    private Expandable() {}

    public static List<Word> words(Instruction instruction) {
        return switch (instruction) {
            case Instruction.From from -> List.of(from.image());
            case Instruction.Transfer transfer -> transferred(transfer);
            case Instruction.Env env -> values(env.pairs());
            case Instruction.Label label -> values(label.pairs());
            case Instruction.Arg arg -> values(arg.pairs());
            case Instruction.Expose expose -> expose.ports();
            case Instruction.Volume volume -> volume.paths();
            case Instruction.User user -> List.of(user.user());
            case Instruction.Workdir workdir -> List.of(workdir.path());
            case Instruction.StopSignal signal -> List.of(signal.signal());
            case Instruction.Run _,
                    Instruction.Cmd _,
                    Instruction.Entrypoint _,
                    Instruction.Healthcheck _,
                    Instruction.Shell _,
                    Instruction.Maintainer _,
                    Instruction.OnBuild _,
                    Instruction.Unknown _ -> List.of();
        };
    }

    private static List<Word> transferred(Instruction.Transfer transfer) {
        List<Word> words = new ArrayList<>(transfer.sources());
        words.add(transfer.destination());
        for (Flag flag : transfer.head().flags()) {
            if (RESOLVED.contains(flag.name())) words.add(new Word(flag.value(), flag.span(), flag.line()));
        }
        return words;
    }

    /// Keys and values.
    private static List<Word> values(List<KeyValue> pairs) {
        return pairs.stream()
                .flatMap(pair ->
                        Stream.of(pair.key(), pair.value()).map(text -> new Word(text, pair.span(), pair.line())))
                .toList();
    }
}
