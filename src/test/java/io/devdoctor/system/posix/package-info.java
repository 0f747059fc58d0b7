@NullMarked
package io.devdoctor.system.posix;

import org.jspecify.annotations.NullMarked;
