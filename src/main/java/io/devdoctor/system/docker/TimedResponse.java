package io.devdoctor.system.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.time.Duration;
import java.time.Instant;

/// A response that knows when it was asked for and how long it took, because it does not happen now: a replayed one.
public interface TimedResponse extends DockerHttpClient.Response {
    /// Wall clock of the examined machine just before the request was sent.
    Instant askedAt();

    Duration took();
}
