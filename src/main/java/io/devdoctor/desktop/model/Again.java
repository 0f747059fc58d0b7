package io.devdoctor.desktop.model;

import io.devdoctor.text.Text;
import java.time.Duration;
import java.time.Instant;

/// A part of a finished run that was asked once more, later.
///
/// @param what the area or the check, by name
public record Again(Text what, Instant at, Duration took) {}
