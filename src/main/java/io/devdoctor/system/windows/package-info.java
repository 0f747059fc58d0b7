/// The live Windows adapters, thin over JNA and OSHI. Nothing here was run on Windows by its authors; what only a real
/// machine can tell is marked and listed in `docs/unverified.md`.
@NullMarked
package io.devdoctor.system.windows;

import org.jspecify.annotations.NullMarked;
