package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// What BuildKit accepts without a word and does otherwise than it looks.
///
/// @param detail what it is about: a name, a word
public record Trap(Kind kind, int line, Span span, String detail) {
    public enum Kind {
        /// `CMD ['./server']`: looks like the exec form and is run by a shell.
        PSEUDO_JSON,
        /// `FROM Builder` after `AS builder`: an image, not the stage.
        STAGE_NAME_CASE,
        DUPLICATE_STAGE,
        /// A blank line between continued lines; a future BuildKit refuses it.
        EMPTY_CONTINUATION,
        /// `USER app # not root`: the note is part of the value.
        COMMENT_AS_DATA,
        /// `# syntax=` or `# escape=` behind the first line that is none.
        LATE_DIRECTIVE,
        /// More than one CMD, ENTRYPOINT or HEALTHCHECK of a stage: the last one alone counts.
        REPLACED,
        /// `RUN a # note \`: what follows on the next lines is part of the note.
        SWALLOWED,
        /// `ENV A=1 B=$A`: the value that A had before.
        SAME_LINE,
        /// `RUN cd /app` or `RUN export A=1` alone: gone with the line.
        NO_EFFECT
    }
}
