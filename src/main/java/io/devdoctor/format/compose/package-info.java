/// Compose files: read as Compose reads them, with the place of everything in them, and edited byte by byte.
///
/// Everything here is pure: bytes in, values or bytes out. Nothing throws on any content of a file, and the work grows
/// with the size of the files alone.
@NullMarked
package io.devdoctor.format.compose;

import org.jspecify.annotations.NullMarked;
