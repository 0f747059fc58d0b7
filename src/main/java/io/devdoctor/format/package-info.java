/// Files that DevDoctor reads **and** edits without loss: `.wslconfig`, `wsl.conf` and Docker's JSON files.
///
/// Everything here is pure: bytes in, values or bytes out. Nothing throws on any content of a file.
@NullMarked
package io.devdoctor.format;

import org.jspecify.annotations.NullMarked;
