package io.devdoctor.report;

import io.devdoctor.text.Language;
import java.time.ZoneId;

/// @param redacted names, paths and addresses become pseudonyms; secrets are masked whatever this says
/// @param zone     for times shown to people; JSON always writes UTC
/// @param version  of DevDoctor
public record ReportOptions(Language language, boolean redacted, ZoneId zone, String version) {}
