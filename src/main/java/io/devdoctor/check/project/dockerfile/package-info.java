/// Checks of the area: the Dockerfiles of projects.
@NullMarked
package io.devdoctor.check.project.dockerfile;

import org.jspecify.annotations.NullMarked;
