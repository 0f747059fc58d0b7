/// Checks of the area: Network.
@NullMarked
package io.devdoctor.check.network;

import org.jspecify.annotations.NullMarked;
