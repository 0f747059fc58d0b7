/// A repair as data: typed steps, effects and preview. Nothing here runs anything.
@NullMarked
package io.devdoctor.fix;

import org.jspecify.annotations.NullMarked;
