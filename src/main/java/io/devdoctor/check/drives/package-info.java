/// Checks of the area: Sharing between Windows and Linux.
@NullMarked
package io.devdoctor.check.drives;

import org.jspecify.annotations.NullMarked;
