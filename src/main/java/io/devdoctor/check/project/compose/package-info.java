/// Checks of the area: the Compose files of projects.
@NullMarked
package io.devdoctor.check.project.compose;

import org.jspecify.annotations.NullMarked;
