package io.devdoctor.cli;

import io.devdoctor.examination.Examination;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.Wish;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which machine a command is about: this one, a recording, or a sample.
final class MachineChoice {
    @Option(names = "--replay", paramLabel = "FILE", descriptionKey = "option.replay")
    private @Nullable Path replay;

    @Option(
            names = "--sample",
            paramLabel = "NAME",
            completionCandidates = Completions.Samples.class,
            descriptionKey = "option.sample")
    private @Nullable String sample;

    boolean isLive() {
        return replay == null && sample == null;
    }

    /// @param wish for this machine; a recording holds the projects that were recorded with it, and its engine
    Examination examination(Machines machines, Wish wish) throws IOException, UnusableRecording {
        if (!isLive() && !wish.projects().isEmpty()) throw CliProblem.usage(Text.of("cli.error.project-elsewhere"));
        if (!isLive() && wish.engine().isPresent()) throw CliProblem.usage(Text.of("cli.error.engine-elsewhere"));
        if (replay != null) return recorded(machines, replay);
        if (sample != null) {
            if (!machines.samples().contains(sample)) {
                throw CliProblem.usage(Text.of("cli.error.no-sample", sample, Text.several(machines.samples())));
            }
            return machines.sample(sample);
        }
        return machines.live(wish);
    }

    static Examination recorded(Machines machines, Path file) throws UnusableRecording {
        try {
            return machines.recorded(file);
        } catch (IOException e) {
            throw new CliProblem(FileProblems.of(e, file.toString()));
        }
    }
}
