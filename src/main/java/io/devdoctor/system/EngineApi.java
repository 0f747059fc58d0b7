package io.devdoctor.system;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The Docker engine's HTTP API, GET only, as raw answers: docker-java's transport underneath, none of its models.
public interface EngineApi {
    /// Any HTTP status is Known. Absent = no pipe or socket, or the connection is refused. Half an answer is
    /// Unknown(UNREADABLE).
    ///
    /// @param endpoint `npipe:////./pipe/docker_engine`, `unix:///var/run/docker.sock`, `tcp://host:port`
    /// @param path     with its version prefix if it has one, for example `/v1.44/info`
    Reading<EngineReply> get(String endpoint, String path, Budget budget);

    /// How long a call with this budget may take.
    default Duration limit(Budget budget) {
        return budget.duration();
    }

    /// The same engine, given this many times the budget of each call; a recording has nothing to wait for.
    default EngineApi patient(int times) {
        return this;
    }

    /// @param headers names in lower case; @param askedAt wall clock just before the request was sent
    record EngineReply(int status, Map<String, String> headers, Bytes body, Instant askedAt, Duration took) {
        public Instant answeredAt() {
            return askedAt.plus(took);
        }
    }
}
