package io.devdoctor.report;

/// A part of a report that a person may leave out. Problems, warnings, and what could not be checked always stay.
public enum Section {
    /// Versions, resources and clocks of the machine.
    MACHINE("machine"),
    EVIDENCE("evidence"),
    FIXES("fixes"),
    INFORMATION("information"),
    PASSED("passed"),
    NOT_APPLICABLE("notApplicable"),
    /// Findings that somebody does not want to hear of.
    MUTED("muted");

    private final String id;

    Section(String id) {
        this.id = id;
    }

    /// Its name in JSON and in what is remembered.
    public String id() {
        return id;
    }

    /// Whether it holds findings of its own, and is not a part of each.
    boolean holdsFindings() {
        return switch (this) {
            case MACHINE, EVIDENCE, FIXES -> false;
            case INFORMATION, PASSED, NOT_APPLICABLE, MUTED -> true;
        };
    }
}
