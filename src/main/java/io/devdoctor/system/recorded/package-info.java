/// Recordings of machines: replay one as ports, record any ports into one, and the samples that DevDoctor brings.
@NullMarked
package io.devdoctor.system.recorded;

import org.jspecify.annotations.NullMarked;
