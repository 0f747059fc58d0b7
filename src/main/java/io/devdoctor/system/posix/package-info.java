/// Linux and macOS: hardware through OSHI, everything that only Windows has is not applicable.
@NullMarked
package io.devdoctor.system.posix;

import org.jspecify.annotations.NullMarked;
