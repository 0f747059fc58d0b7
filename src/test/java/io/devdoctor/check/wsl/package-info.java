@NullMarked
package io.devdoctor.check.wsl;

import org.jspecify.annotations.NullMarked;
