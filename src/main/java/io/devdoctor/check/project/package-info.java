/// Checks of the area: the folders that a person named.
@NullMarked
package io.devdoctor.check.project;

import org.jspecify.annotations.NullMarked;
