@org.jspecify.annotations.NullMarked
package io.devdoctor.report.telemetry;
