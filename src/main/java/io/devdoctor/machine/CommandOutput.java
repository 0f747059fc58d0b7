package io.devdoctor.machine;

import java.time.Duration;
import java.time.Instant;

/// What a program answered: raw bytes, since only the reader knows how to decode them.
///
/// @param startedAt wall clock of the examined machine when the program was started
public record CommandOutput(int exit, Bytes stdout, Bytes stderr, Instant startedAt, Duration took) {}
