@NullMarked
package io.devdoctor.format;

import org.jspecify.annotations.NullMarked;
