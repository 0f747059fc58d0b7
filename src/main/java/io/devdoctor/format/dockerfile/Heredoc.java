package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// A here-document behind RUN, COPY or ADD.
///
/// @param expands whether variables in the body are resolved; a quoted name forbids it
/// @param chomps  `<<-`: leading tabs are dropped
/// @param content as it will be written, a CR before each LF included, tabs not yet dropped
/// @param body    of the content in the file
/// @param line    the first line of the body
public record Heredoc(String name, boolean expands, boolean chomps, String content, Span body, int line) {
    /// The content after `<<-` took its tabs.
    public String text() {
        return chomps ? content.replaceAll("(?m)^\\t+", "") : content;
    }
}
