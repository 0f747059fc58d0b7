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
    public record Mirror(String url, boolean inFile, boolean inEngine, Reading<HttpAnswer> answer) {}

    /// @param apiVersion header Docker-Distribution-Api-Version, "" if missing
    public record HttpAnswer(int status, String contentType, String apiVersion, long millis) {}
}
