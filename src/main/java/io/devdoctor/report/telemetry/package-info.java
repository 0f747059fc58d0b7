/// A report sent to a collector of OpenTelemetry, when a person asks for it. Nothing here is loaded else.
@NullMarked
package io.devdoctor.report.telemetry;

import org.jspecify.annotations.NullMarked;
