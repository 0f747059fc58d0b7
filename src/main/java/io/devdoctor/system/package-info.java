/// The boundary to the operating system: read-only ports, values they return, and the one catalogue of programs that
/// may be started.
@NullMarked
package io.devdoctor.system;

import org.jspecify.annotations.NullMarked;
