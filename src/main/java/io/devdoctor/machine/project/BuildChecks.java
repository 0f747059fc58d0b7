package io.devdoctor.machine.project;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;

/// What BuildKit's own checks (`docker build --check`) say about the Dockerfiles of the named projects.
public record BuildChecks(List<Asked> files) {
    public BuildChecks {
        files = List.copyOf(files);
    }

    /// @param root of the project, as it was named
    /// @param path of the Dockerfile, relative to it, with `/` between names
    public record Asked(String root, String path, Answer answer) {}

    public sealed interface Answer {
        /// @param warnings in the order of the answer; where there is an error, those from before it
        record Linted(List<Warning> warnings, Optional<BuildError> error, Source source) implements Answer {
            public Linted {
                warnings = List.copyOf(warnings);
            }
        }

        /// This docker cannot check: its buildx or BuildKit is too old, or is not there.
        ///
        /// @param said in its own words
        record TooOld(String said, Source source) implements Answer {}

        record Unread(Reading.Unknown<?> why) implements Answer {}

        /// Docker was not asked about this one.
        record Left(Why why, Source source) implements Answer {}

        enum Why {
            TOO_MANY,
            /// The others took all the time.
            NO_TIME,
            /// Its path cannot stand on a command line.
            PATH
        }
    }

    /// @param rule        such as `JSONArgsRecommended`
    /// @param description what the rule wants; "" = not told
    /// @param url         a page about it; "" = not told
    /// @param detail      what is the matter here; "" = not told
    /// @param lines       empty = of the file as a whole
    public record Warning(String rule, String description, String url, String detail, List<Lines> lines) {
        public Warning {
            lines = List.copyOf(lines);
        }
    }

    /// Why a build would fail before its first step.
    public record BuildError(String message, List<Lines> lines) {
        public BuildError {
            lines = List.copyOf(lines);
        }
    }

    /// @param first, last 1-based, both included
    public record Lines(int first, int last) {}
}
