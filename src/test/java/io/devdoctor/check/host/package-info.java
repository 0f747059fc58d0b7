@NullMarked
package io.devdoctor.check.host;

import org.jspecify.annotations.NullMarked;
