@NullMarked
package io.devdoctor.check.project.dockerfile;

import org.jspecify.annotations.NullMarked;
