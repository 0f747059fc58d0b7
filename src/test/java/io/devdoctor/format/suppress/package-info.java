@NullMarked
package io.devdoctor.format.suppress;

import org.jspecify.annotations.NullMarked;
