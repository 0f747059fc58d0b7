package io.devdoctor.check.project.image;

/// Yes, no, or not known. What is not known gives no finding.
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    public boolean isYes() {
        return this == YES;
    }

    public boolean isNo() {
        return this == NO;
    }

    static Answer of(String cell) {
        return switch (cell) {
            case "y", "b" -> YES;
            case "n" -> NO;
            default -> UNKNOWN;
        };
    }
}
