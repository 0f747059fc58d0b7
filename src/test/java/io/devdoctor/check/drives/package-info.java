@NullMarked
package io.devdoctor.check.drives;

import org.jspecify.annotations.NullMarked;
