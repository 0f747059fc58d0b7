package io.devdoctor.cli;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.report.telemetry.Collector;
import io.devdoctor.report.telemetry.Telemetry;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether a report is sent to a collector of OpenTelemetry. Off unless a person says where to.
final class Delivery {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    @Option(names = "--otlp", order = 1, paramLabel = "URL", descriptionKey = "option.otlp")
    private @Nullable String url;

    @Option(names = "--host-label", order = 2, paramLabel = "NAME", descriptionKey = "option.host-label")
    private @Nullable String host;

    @Nullable
    String host() {
        return host;
    }

    /// Says what is wrong with the address and the name before anybody waits.
    void check() {
        if (host != null && host.isBlank()) throw CliProblem.usage(Text.of("cli.error.empty-value", "--host-label"));
        if (url != null) address(url);
    }

    /// Sends what a report would hold, always without names; a refusal ends the command.
    void send(ExaminationResult result, Messages messages, Session session, boolean quiet) {
        if (url == null) return;
        Collector collector = new Collector(address(url), headers(System.getenv()), PATIENCE, ATTEMPTS);
        ReportOptions options = new ReportOptions(
                messages.language(), true, ZoneOffset.UTC, session.services().version());
        Telemetry.send(Reports.diagnose(result, options), host, collector).ifPresent(why -> {
            throw new CliProblem(why);
        });
        if (!quiet) session.complain(messages, Text.of("cli.sent", url));
    }

    private static URI address(String typed) {
        try {
            URI uri = new URI(typed);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) return uri;
        } catch (URISyntaxException _) {
            throw CliProblem.usage(Text.of("cli.error.no-url", typed));
        }
        throw CliProblem.usage(Text.of("cli.error.no-url", typed));
    }

    /// Tokens do not belong on a command line, which every process may read; the variable is that of OpenTelemetry.
    static Map<String, String> headers(Map<String, String> environment) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair :
                environment.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", "").split(",")) {
            int equals = pair.indexOf('=');
            if (equals <= 0) continue;
            // A plus sign is no blank here.
            String value = pair.substring(equals + 1).strip().replace("+", "%2B");
            headers.put(pair.substring(0, equals).strip(), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return headers;
    }
}
