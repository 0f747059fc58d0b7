package io.devdoctor.format;

/// A key of `daemon.json` that some dockerd knows.
///
/// @param platform `linux`, `windows`, or empty for both
/// @param since first engine version, empty when older than 20.10 or unknown
/// @param until engine version that removed it or made it do nothing, empty otherwise
/// @param instead the key to use or the object it belongs in, empty when there is none
public record DaemonKey(
        String name, Type type, String platform, String since, String until, Status status, String instead) {
    public enum Type {
        STRING,
        BOOLEAN,
        INTEGER,
        ARRAY,
        OBJECT,
        /// An array of strings.
        STRINGS,
        /// An object of strings: `log-opts` takes `"3"`, not `3`.
        OPTIONS,
        /// An object of booleans.
        SWITCHES,
        ANY;

        /// What a value of it is in JSON.
        ///
        /// @throws IllegalStateException of [#ANY]
        public JsonType json() {
            return switch (this) {
                case STRING -> JsonType.STRING;
                case BOOLEAN -> JsonType.BOOLEAN;
                case INTEGER -> JsonType.NUMBER;
                case ARRAY, STRINGS -> JsonType.ARRAY;
                case OBJECT, OPTIONS, SWITCHES -> JsonType.OBJECT;
                case ANY -> throw new IllegalStateException("any value fits");
            };
        }
    }

    public enum Status {
        CURRENT,
        /// The engine refuses to start with it.
        REMOVED,
        /// Accepted and without effect.
        IGNORED,
        /// Accepted and without effect here: belongs into the object [DaemonKey#instead].
        MISPLACED
    }
}
