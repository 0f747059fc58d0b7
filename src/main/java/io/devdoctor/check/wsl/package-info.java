/// Checks of the area: WSL and its configuration.
@NullMarked
package io.devdoctor.check.wsl;

import org.jspecify.annotations.NullMarked;
