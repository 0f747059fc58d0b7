/// Pictures of facts: memory, clocks, disk. Each is plain data first and drawn second, and can say itself in words.
@NullMarked
package io.devdoctor.desktop.picture;

import org.jspecify.annotations.NullMarked;
