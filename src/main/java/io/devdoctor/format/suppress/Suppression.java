package io.devdoctor.format.suppress;

import java.util.Set;

/// A comment that asks to be spared.
///
/// @param codes  what it names, in the words of its tool; `*` = everything of that tool
/// @param reason in the author's words; "" = none
/// @param line   where the comment stands, 1-based
/// @param from   the first line that it is about
/// @param to     the last one
public record Suppression(Tool tool, Set<String> codes, String reason, int line, int from, int to) {
    public static final String EVERYTHING = "*";

    public Suppression {
        codes = Set.copyOf(codes);
    }

    public enum Tool {
        /// `# devdoctor:ignore dockerfile.user reason`; the codes are ids of checks.
        DEVDOCTOR,
        /// `# hadolint ignore=DL3006`, `# hadolint global ignore=DL3006`
        HADOLINT,
        /// `# check=skip=UndefinedVar`, of BuildKit
        BUILDKIT,
        /// `# dclint disable-line`, `# dclint disable-file`
        DCLINT
    }

    /// @param line 0 = the file as a whole, which only a comment about the whole file covers
    public boolean covers(int line) {
        return line == 0 ? from <= 1 && to == Integer.MAX_VALUE : from <= line && line <= to;
    }
}
