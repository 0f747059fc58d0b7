package io.devdoctor.system.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.devdoctor.system.Budget;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// docker-java's transport for one endpoint, made from that endpoint alone: no file or variable of the user is read.
public final class EngineClients {
    private EngineClients() {}

    /// @param endpoint `unix:///path`, `npipe:////./pipe/NAME` or `tcp://host:port`
    public static DockerHttpClient open(String endpoint) {
        URI uri = URI.create(endpoint);
        if ("unix".equals(uri.getScheme()) && Files.notExists(Path.of(uri.getPath()))) {
            throw new IllegalStateException(new NoSuchFileException(uri.getPath()));
        }
        return new ZerodepDockerHttpClient.Builder()
                .dockerHost(uri)
                .connectionTimeout(Budget.ENGINE_PING.duration())
                .build();
    }
}
