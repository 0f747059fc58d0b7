package io.devdoctor.check;

/// How sure a finding is. Only [#CERTAIN] may be a PROBLEM.
public enum Certainty {
    /// Bytes, registry or an API prove it.
    CERTAIN,
    /// Needs one of our dated tables (known images, releases …).
    LIKELY,
    /// A pattern that usually means this.
    HINT
}
