@NullMarked
package io.devdoctor.check;

import org.jspecify.annotations.NullMarked;
