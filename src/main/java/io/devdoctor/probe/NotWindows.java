package io.devdoctor.probe;

/// The reason of facts that only Windows has.
final class NotWindows {
    static final String WHY = "not Windows";

    private NotWindows() {}
}
