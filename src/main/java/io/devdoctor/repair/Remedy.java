package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;

/// A finding, and the fix that is to cure it.
public record Remedy(Finding finding, Fix fix) {}
