/// DevDoctor: `Main` alone wires adapters to ports.
@NullMarked
package io.devdoctor;

import org.jspecify.annotations.NullMarked;
