@NullMarked
package io.devdoctor.desktop;

import org.jspecify.annotations.NullMarked;
