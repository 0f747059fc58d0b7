package io.devdoctor.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The engine behind the chosen endpoint.
///
/// @param endpoint the chosen endpoint that was asked
/// @param ping    Known(status) for any HTTP answer, 500 included; Absent = nothing there; Unknown = denied, timed out
/// …
/// @param version of `GET /version`; Unknown(FAILED) where the ping was answered with an error, Absent as the ping
/// @param info    of `GET /info` at the server's own API version; as `version`
/// @param elsewhere the other pipe of Docker Desktop at which an engine of Linux containers answers; looked for only
/// where nothing is at the chosen pipe, else NotApplicable; Absent = there is none either
public record DockerEngine(
        String endpoint,
        Reading<HttpStatus> ping,
        Reading<Version> version,
        Reading<Info> info,
        Reading<String> elsewhere) {

    private static final Pattern LOCAL = Pattern.compile(
            "(?i)(?:https?://)?(?:[^\\s/]*@)?((?:127(?:\\.\\d{1,3}){3}|localhost|\\[::1])(?::\\d{1,5})?)/?");

    /// The outline of an HTTP answer.
    ///
    /// @param excerpt first characters of the body, for evidence
    public record HttpStatus(int status, String contentType, String excerpt, long millis) {}

    /// @param platform `Platform.Name`, for example `Docker Desktop 4.52.0 (211763)`; empty on a plain engine
    /// @param api, minApi for example `1.52`, `1.44`
    public record Version(
            String platform, String engine, String api, String minApi, String os, String architecture, String kernel) {}

    /// Texts that the engine did not send are empty.
    ///
    /// @param memoryTotal MemTotal in bytes
    /// @param processors NCPU
    /// @param containers, running counts, -1 where the engine did not say
    /// @param systemTime the engine's clock, Absent where it does not tell it; `askedAt` and `answeredAt` are ours
    /// @param loggingDriver LoggingDriver, what a container gets that asks for none
    /// @param mirrors    RegistryConfig.Mirrors as the engine has them now
    /// @param httpProxy, httpsProxy without credentials
    public record Info(
            String id,
            String osType,
            String operatingSystem,
            String architecture,
            String kernel,
            Reading<Integer> processors,
            Reading<Long> memoryTotal,
            Reading<Instant> systemTime,
            Instant askedAt,
            Instant answeredAt,
            String driver,
            String rootDir,
            List<String> mirrors,
            List<String> warnings,
            String httpProxy,
            String httpsProxy,
            String serverVersion,
            int containers,
            int running,
            String loggingDriver) {
        public Info {
            mirrors = List.copyOf(mirrors);
            warnings = List.copyOf(warnings);
        }

        public boolean isDockerDesktop() {
            return operatingSystem.equals("Docker Desktop");
        }

        /// What it goes through, if that is a place on its own localhost; `127.0.0.1:7890`.
        public Optional<String> localProxy() {
            return Stream.of(httpsProxy, httpProxy)
                    .map(LOCAL::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .findFirst();
        }

        /// Whether it shares the one virtual machine of WSL 2, and with it kernel, memory and clock.
        public boolean isInWsl() {
            return kernel.toLowerCase(java.util.Locale.ROOT).contains("microsoft");
        }
    }
}
