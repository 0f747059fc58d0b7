package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One instruction. What BuildKit refuses is [Unknown] where nothing of it can be used, and stands among
/// [Dockerfile#errors()] in any case.
public sealed interface Instruction {
    Head head();

    /// What every instruction has.
    ///
    /// @param keyword   as written
    /// @param text      the logical line: continued lines joined, without heredoc bodies
    /// @param span      from the keyword to the end of the last line without its end, heredocs included
    /// @param startLine 1-based
    /// @param endLine   the last line, heredocs included
    /// @param stage     index of the stage; -1 = before the first FROM
    /// @param above     the comments right above and between the continued lines
    record Head(
            String keyword,
            String text,
            Span span,
            int startLine,
            int endLine,
            int stage,
            List<Flag> flags,
            List<Comment> above) {
        public Head {
            flags = List.copyOf(flags);
            above = List.copyOf(above);
        }
    }

    default Span span() {
        return head().span();
    }

    default int line() {
        return head().startLine();
    }

    default int endLine() {
        return head().endLine();
    }

    /// Upper-case.
    default String name() {
        return head().keyword().toUpperCase(Locale.ROOT);
    }

    default int stage() {
        return head().stage();
    }

    default String text() {
        return head().text();
    }

    default Optional<Flag> flag(String name) {
        return head().flags().stream().filter(flag -> flag.name().equals(name)).findFirst();
    }

    /// @param as the stage's name as written
    record From(Head head, Word image, Optional<Word> as) implements Instruction {
        /// Lower-case, as BuildKit keeps it; "" = none.
        public String stageName() {
            return as.map(name -> name.text().toLowerCase(Locale.ROOT)).orElse("");
        }
    }

    record Run(Head head, Command command, List<Heredoc> heredocs) implements Instruction {
        public Run {
            heredocs = List.copyOf(heredocs);
        }

        public List<Mount> mounts() {
            return head.flags().stream()
                    .filter(flag -> flag.name().equals("mount"))
                    .map(Mount::of)
                    .toList();
        }

        /// The programs that will run, of a heredoc that is the script too.
        public List<ShellCommand> programs() {
            return ShellScript.of(this);
        }
    }

    record Cmd(Head head, Command command) implements Instruction {}

    record Entrypoint(Head head, Command command) implements Instruction {}

    /// @param command empty = NONE
    record Healthcheck(Head head, Optional<Command> command) implements Instruction {}

    record Shell(Head head, List<Word> words) implements Instruction {
        public Shell {
            words = List.copyOf(words);
        }
    }

    /// COPY and ADD alike.
    sealed interface Transfer extends Instruction {
        /// Without heredocs.
        List<Word> sources();

        Word destination();

        List<Heredoc> heredocs();

        /// In the JSON form, where blanks in a word are data.
        boolean json();
    }

    record Copy(Head head, List<Word> sources, Word destination, List<Heredoc> heredocs, boolean json)
            implements Transfer {
        public Copy {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }

        /// The stage or image of `--from`; empty = the build context.
        public Optional<Flag> from() {
            return flag("from");
        }
    }

    record Add(Head head, List<Word> sources, Word destination, List<Heredoc> heredocs, boolean json)
            implements Transfer {
        public Add {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }
    }

    /// @param legacy the form `ENV key value`
    record Env(Head head, List<KeyValue> pairs, boolean legacy) implements Instruction {
        public Env {
            pairs = List.copyOf(pairs);
        }
    }

    record Label(Head head, List<KeyValue> pairs, boolean legacy) implements Instruction {
        public Label {
            pairs = List.copyOf(pairs);
        }
    }

    record Arg(Head head, List<KeyValue> pairs) implements Instruction {
        public Arg {
            pairs = List.copyOf(pairs);
        }
    }

    record Expose(Head head, List<Word> ports) implements Instruction {
        public Expose {
            ports = List.copyOf(ports);
        }
    }

    record Volume(Head head, List<Word> paths, boolean json) implements Instruction {
        public Volume {
            paths = List.copyOf(paths);
        }
    }

    record User(Head head, Word user) implements Instruction {}

    record Workdir(Head head, Word path) implements Instruction {}

    record StopSignal(Head head, Word signal) implements Instruction {}

    record Maintainer(Head head, Word value) implements Instruction {}

    /// @param trigger the instruction that a child image runs; never OnBuild, From or Maintainer
    record OnBuild(Head head, Instruction trigger) implements Instruction {}

    /// No instruction of BuildKit, or one with an error in its arguments.
    record Unknown(Head head) implements Instruction {}
}
