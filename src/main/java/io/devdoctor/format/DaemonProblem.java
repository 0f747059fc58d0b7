package io.devdoctor.format;

/// A key of `daemon.json` that dockerd refuses or that does nothing.
///
/// @param key as written; for a value inside, `log-opts.max-file`
/// @param line 1-based
/// @param column 1-based
/// @param pointer JSON pointer to the member or value, ready for [JsonEdit]
/// @param argument what [Kind] documents, empty when it documents none
public record DaemonProblem(Kind kind, String key, int line, int column, String pointer, String argument) {
    public enum Kind {
        /// dockerd refuses to start. Argument: the known key most like it, may be empty.
        UNKNOWN(true),
        /// dockerd refuses to start. Argument: the key to use, may be empty.
        REMOVED(true),
        /// dockerd refuses to start: it is older than the key. Argument: the first version that knows it.
        TOO_NEW(true),
        /// dockerd refuses to start. Argument: the type it wants.
        WRONG_TYPE(true),
        /// No effect. Argument: the key to use, may be empty.
        IGNORED(false),
        /// No effect. Argument: the object it belongs in.
        MISPLACED(false);

        private final boolean fatal;

        Kind(boolean fatal) {
            this.fatal = fatal;
        }

        /// Whether the engine refuses to start.
        public boolean fatal() {
            return fatal;
        }
    }
}
