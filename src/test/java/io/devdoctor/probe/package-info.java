@NullMarked
package io.devdoctor.probe;

import org.jspecify.annotations.NullMarked;
