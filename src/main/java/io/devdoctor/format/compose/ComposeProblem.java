package io.devdoctor.format.compose;

/// What is wrong with a Compose file, apart from what its services ask for.
///
/// @param detail what it is about: a key, a name, a path; what the reader says where it is no YAML. Never a sentence
public record ComposeProblem(Kind kind, ComposePlace place, String detail) {
    public enum Kind {
        /// Nothing but blanks and comments.
        EMPTY,
        /// Neither UTF-8 nor UTF-16.
        ENCODING,
        /// No YAML.
        SYNTAX,
        /// Larger or deeper than a person writes.
        TOO_LARGE,
        /// Its aliases stand for more than anybody wants to hold.
        ALIASES,
        /// An alias without its anchor, or inside it.
        ALIAS,
        /// The same key twice in one mapping.
        DUPLICATE_KEY,
        /// A list or a text where a mapping must be, or the other way round.
        TYPE,
        /// `${…` that no form of a variable follows.
        INTERPOLATION,
        /// `${NAME:?…}` of a variable that nobody defines.
        REQUIRED_VARIABLE,
        /// `${NAME}` without a default, of a variable that nobody defines.
        UNDEFINED_VARIABLE,
        /// A Compose file that is asked for is not there.
        MISSING_FILE,
        /// A Compose file that is asked for was not read, or lies somewhere else.
        UNREAD_FILE,
        INCLUDE_CYCLE,
        /// Two files define a thing of the same name in different ways.
        INCLUDE_CONFLICT,
        EXTENDS_CYCLE,
        EXTENDS_MISSING_SERVICE;

        /// Whether Compose refuses the file, whatever else is in it and around it.
        public boolean isFatal() {
            return switch (this) {
                case UNDEFINED_VARIABLE, REQUIRED_VARIABLE, UNREAD_FILE, TOO_LARGE -> false;
                case EMPTY, ENCODING, SYNTAX, ALIASES, ALIAS, DUPLICATE_KEY, TYPE, INTERPOLATION -> true;
                case MISSING_FILE, INCLUDE_CYCLE, INCLUDE_CONFLICT, EXTENDS_CYCLE, EXTENDS_MISSING_SERVICE -> true;
            };
        }
    }
}
