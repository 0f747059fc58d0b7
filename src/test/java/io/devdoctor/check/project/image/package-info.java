@NullMarked
package io.devdoctor.check.project.image;

import org.jspecify.annotations.NullMarked;
