/// The same engine without a window.
@NullMarked
package io.devdoctor.cli;

import org.jspecify.annotations.NullMarked;
