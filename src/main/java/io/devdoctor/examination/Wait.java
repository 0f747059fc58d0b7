package io.devdoctor.examination;

import io.devdoctor.machine.Part;
import java.time.Duration;

/// A probe that has been waiting for one answer for a while.
///
/// @param whom   a program, a host, a path, by name
/// @param waited whole seconds since it asked
/// @param limit  after which it waits no longer
public record Wait(Part<?> part, String whom, Duration waited, Duration limit) {}
