package io.devdoctor.machine;

import java.util.List;

/// Each registry mirror that daemon.json or the engine names, tried the way the engine would use it.
///
/// @param inFile   `registry-mirrors` of daemon.json; Absent = no file or no such member, Unknown = unreadable file
/// @param inEngine what the running engine uses
/// @param mirrors  both together, in this order, each once
/// @param proxy    through which the web is to be reached: `host:port`, or `automatic`; Absent = none is configured
public record RegistryMirrors(
        Reading<List<String>> inFile, Reading<List<String>> inEngine, List<Mirror> mirrors, Reading<String> proxy) {
    public RegistryMirrors {
        mirrors = List.copyOf(mirrors);
    }

    /// @param url   as configured
    /// @param inFile, inEngine where it is named
    /// @param answer `GET <mirror>/v2/`, direct, or through the proxy where only that one is answered;
    ///     Unknown(FAILED) with `dns`, `tcp`, `tls`, or Unknown(TIMED_OUT)
    /// @param pull   the further questions of a pull, up to the first that failed; none where the first failed
    /// @param tls    who answered where the handshake failed; NotApplicable where it did not
    public record Mirror(
            String url,
            boolean inFile,
            boolean inEngine,
            Reading<HttpAnswer> answer,
            List<Trial> pull,
            Reading<Handshake> tls) {
        public Mirror {
            pull = List.copyOf(pull);
        }

        /// One that was asked nothing further.
        public Mirror(String url, boolean inFile, boolean inEngine, Reading<HttpAnswer> answer) {
            this(url, inFile, inEngine, answer, List.of(), new Reading.NotApplicable<>("not asked"));
        }

        /// Of all answers together.
        public long millis() {
            return answer.known().map(HttpAnswer::millis).orElse(0L)
                    + pull.stream()
                            .flatMap(trial -> trial.answer().known().stream())
                            .mapToLong(HttpAnswer::millis)
                            .sum();
        }
    }

    /// What a pull asks one after another, once the registry has said what it is.
    public enum Stage {
        TOKEN,
        MANIFEST,
        /// The configuration of the image, the smallest of its blobs, wherever the registry sends for it.
        BLOB
    }

    /// @param answer of the last request of this stage; Unknown(UNREADABLE) = an answer that makes no sense
    public record Trial(Stage stage, Reading<HttpAnswer> answer) {}

    /// @param apiVersion header Docker-Distribution-Api-Version, "" if missing
    public record HttpAnswer(int status, String contentType, String apiVersion, long millis) {}
}
