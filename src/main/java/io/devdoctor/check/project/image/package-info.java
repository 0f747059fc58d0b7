/// What our dated tables know of the images that Dockerfiles and compose files name.
@NullMarked
package io.devdoctor.check.project.image;

import org.jspecify.annotations.NullMarked;
