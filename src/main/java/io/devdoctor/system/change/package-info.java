/// The few ways to change something. Only `repair` is given these ports; probes cannot even name them.
@NullMarked
package io.devdoctor.system.change;

import org.jspecify.annotations.NullMarked;
