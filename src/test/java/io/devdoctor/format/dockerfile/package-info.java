@NullMarked
package io.devdoctor.format.dockerfile;

import org.jspecify.annotations.NullMarked;
