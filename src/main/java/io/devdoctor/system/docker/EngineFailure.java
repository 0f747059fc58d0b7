package io.devdoctor.system.docker;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// What an exception of the transport says about the engine. docker-java wraps everything in bare RuntimeExceptions,
/// so the chain of causes is searched.
public final class EngineFailure {
    // Shaded classes of docker-java's transport: their package is not ours to name.
    private static final Set<String> HALF_AN_ANSWER = Set.of(
            "NoHttpResponseException",
            "ConnectionClosedException",
            "TruncatedChunkException",
            "MalformedChunkCodingException",
            "UnsupportedHttpVersionException",
            "ProtocolException",
            "HttpException",
            "EOFException");

    private EngineFailure() {}

    public static <T> Reading<T> reading(Throwable failure, Source source) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            Optional<Reading<T>> known = one(cause, source);
            if (known.isPresent()) return known.get();
            cause = cause.getCause();
        }
        return new Reading.Unknown<>(Cause.FAILED, Reading.reason(failure), source);
    }

    private static <T> Optional<Reading<T>> one(Throwable failure, Source source) {
        return switch (failure) {
            case HalfAnswer _ -> unknown(Cause.UNREADABLE, failure, source);
            case NotRecorded _ -> unknown(Cause.NOT_RECORDED, failure, source);
            case NoSuchFileException _ -> Optional.of(new Reading.Absent<>(source));
            case FileNotFoundException _ -> Optional.of(new Reading.Absent<>(source));
            case ConnectException _ -> Optional.of(new Reading.Absent<>(source));
            case AccessDeniedException _ -> unknown(Cause.DENIED, failure, source);
            case InterruptedIOException _ -> unknown(Cause.TIMED_OUT, failure, source);
            case CancellationException _ -> unknown(Cause.TIMED_OUT, failure, source);
            case SocketException _ -> socket(failure, source);
            case Throwable other
            when HALF_AN_ANSWER.contains(other.getClass().getSimpleName()) ->
                unknown(Cause.UNREADABLE, failure, source);
            case Throwable _ -> Optional.empty();
        };
    }

    /// Unix sockets report errno only as its text.
    private static <T> Optional<Reading<T>> socket(Throwable failure, Source source) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no such file") || message.contains("refused")) {
            return Optional.of(new Reading.Absent<>(source));
        }
        if (message.contains("permission denied")) return unknown(Cause.DENIED, failure, source);
        if (message.contains("reset") || message.contains("broken pipe")) {
            return unknown(Cause.UNREADABLE, failure, source);
        }
        return Optional.empty();
    }

    private static <T> Optional<Reading<T>> unknown(Cause cause, Throwable failure, Source source) {
        // Our own and the transport's class names tell nobody anything; the message does, where there is one.
        String message = failure.getMessage();
        String detail =
                message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return Optional.of(new Reading.Unknown<>(cause, detail, source));
    }
}
