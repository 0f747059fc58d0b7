@NullMarked
package io.devdoctor.system.windows;

import org.jspecify.annotations.NullMarked;
