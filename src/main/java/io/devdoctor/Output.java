package io.devdoctor;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers what went wrong: PrintStream swallows it, and a full disk would pass for success.
final class Output extends FilterOutputStream {
    private @Nullable IOException failure;

    Output(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        attempt(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    /// The first failure; not that whoever read a pipe has gone, which is an ordinary end.
    Optional<IOException> failure() {
        return Optional.ofNullable(failure).filter(e -> !Terminals.saysReaderHasGone(e));
    }

    private void attempt(Write write) throws IOException {
        try {
            write.run();
        } catch (IOException e) {
            if (failure == null) failure = e;
            throw e;
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
