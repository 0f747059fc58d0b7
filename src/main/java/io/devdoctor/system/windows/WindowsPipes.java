package io.devdoctor.system.windows;

import com.github.dockerjava.transport.DockerHttpClient;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinError;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Pipes;
import io.devdoctor.system.docker.EngineClients;
import io.devdoctor.system.live.Bounded;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;

/// Named pipes, asked without opening an instance.
final class WindowsPipes implements Pipes {
    private static final String NPIPE = "npipe:////./pipe/";
    private static final int WAIT_MILLIS = 1;

    @Override
    public Reading<Boolean> pipe(String name) {
        Source source = new Source(Source.Kind.PIPE, "\\\\.\\pipe\\" + name, Instant.now());
        return Bounded.read(source, Budget.PIPE, () -> wait(name, source));
    }

    // unverified on Windows: WaitNamedPipe; 121 = exists and all instances are busy
    private static Reading<Boolean> wait(String name, Source source) {
        if (Kernel32.INSTANCE.WaitNamedPipe("\\\\.\\pipe\\" + name, WAIT_MILLIS)) {
            return new Reading.Known<>(true, source);
        }
        int error = Kernel32.INSTANCE.GetLastError();
        return switch (error) {
            case WinError.ERROR_FILE_NOT_FOUND -> new Reading.Absent<>(source);
            case WinError.ERROR_SEM_TIMEOUT, WinError.ERROR_PIPE_BUSY -> new Reading.Known<>(true, source);
            case WinError.ERROR_ACCESS_DENIED -> new Reading.Unknown<>(Reading.Cause.DENIED, "error 5", source);
            default -> new Reading.Unknown<>(Reading.Cause.FAILED, "error " + error, source);
        };
    }

    /// docker-java waits ten seconds for a missing pipe and for a refused one alike, so it is asked for only after the
    /// pipe was.
    static DockerHttpClient client(String endpoint) {
        if (endpoint.startsWith(NPIPE)) {
            Reading<Boolean> pipe = new WindowsPipes().pipe(endpoint.substring(NPIPE.length()));
            if (pipe.isAbsent()) throw new IllegalStateException(new NoSuchFileException(endpoint));
            if (pipe instanceof Reading.Unknown<Boolean> unknown && unknown.cause() == Reading.Cause.DENIED) {
                throw new IllegalStateException(new AccessDeniedException(endpoint));
            }
        }
        return EngineClients.open(endpoint);
    }
}
