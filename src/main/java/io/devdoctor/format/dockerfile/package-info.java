/// Dockerfiles as BuildKit reads them, with positions, and edits of them that touch nothing but their own bytes.
///
/// Everything here is pure and never throws on any content of a file.
@NullMarked
package io.devdoctor.format.dockerfile;

import org.jspecify.annotations.NullMarked;
