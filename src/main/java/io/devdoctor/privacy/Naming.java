package io.devdoctor.privacy;

/// What stands in place of a thing.
interface Naming {
    /// @param number of the thing among those of its kind, from 1
    /// @param key    what it is known by: the address, `host:port`, the name in lower case
    String name(Kind kind, int number, String key);

    /// Whether programs must be able to read the name where they read the thing: a home folder stays a path, an
    /// address an address.
    boolean isWellFormed();

    /// The names in documents: `user-1`.
    Naming LABELS = new Naming() {
        @Override
        public String name(Kind kind, int number, String key) {
            return kind.label() + "-" + number;
        }

        @Override
        public boolean isWellFormed() {
            return false;
        }
    };
}
