@NullMarked
package io.devdoctor.check.docker;

import org.jspecify.annotations.NullMarked;
