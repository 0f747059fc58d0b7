/// The documents a person exports: HTML, Markdown, JSON. Redacted by default, self-contained, made to be posted.
@NullMarked
package io.devdoctor.report;

import org.jspecify.annotations.NullMarked;
