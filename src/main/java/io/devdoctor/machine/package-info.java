/// Immutable facts about one machine: what was read, where it came from, and why something could not be read.
@NullMarked
package io.devdoctor.machine;

import org.jspecify.annotations.NullMarked;
