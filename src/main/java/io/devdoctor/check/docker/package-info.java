/// Checks of the area: Docker Desktop and the engine.
@NullMarked
package io.devdoctor.check.docker;

import org.jspecify.annotations.NullMarked;
