package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// The words in which BuildKit resolves variables. Never those of RUN, CMD, ENTRYPOINT and HEALTHCHECK.
public final class Expandable {
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
        return words;
    }

    private static List<Word> values(List<KeyValue> pairs) {
        return pairs.stream()
                .map(pair -> new Word(pair.value(), pair.span(), pair.line()))
                .toList();
    }
}
