/// Fills the [io.devdoctor.machine.Machine] from the operating system, one class per part. Probes read and never judge.
@NullMarked
package io.devdoctor.probe;

import org.jspecify.annotations.NullMarked;
