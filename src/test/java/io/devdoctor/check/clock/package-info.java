@NullMarked
package io.devdoctor.check.clock;

import org.jspecify.annotations.NullMarked;
