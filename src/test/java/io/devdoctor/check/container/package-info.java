@NullMarked
package io.devdoctor.check.container;

import org.jspecify.annotations.NullMarked;
