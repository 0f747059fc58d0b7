package io.devdoctor.report.telemetry;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads what a server answers, which the library takes for a success as long as its status is one.
final class Listening implements ComponentLoader {
    private static final int GOOD = 200;
    private static final int NO_LONGER_GOOD = 300;

    private final ComponentLoader library = ComponentLoader.forClassLoader(Listening.class.getClassLoader());

    /// That somebody else than a collector answered.
    static final class StrangeAnswer extends IOException {
        private static final long serialVersionUID = 1;

        StrangeAnswer() {
            super("no answer of a collector");
        }
    }

    @Override
    public <T> Iterable<T> load(Class<T> type) {
        Iterable<T> found = library.load(type);
        if (!type.equals(HttpSenderProvider.class)) return found;
        Stream<T> listening = StreamSupport.stream(found.spliterator(), false)
                .map(HttpSenderProvider.class::cast)
                .<HttpSenderProvider>map(provider -> config -> new Sender(provider.createSender(config)))
                .map(type::cast);
        return listening.toList();
    }

    private record Sender(HttpSender library) implements HttpSender {
        @Override
        public void send(MessageWriter message, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
            library.send(
                    message,
                    answer -> {
                        if (isStrange(answer)) failed.accept(new StrangeAnswer());
                        else answered.accept(answer);
                    },
                    failed);
        }

        private static boolean isStrange(HttpResponse answer) {
            boolean good = answer.getStatusCode() >= GOOD && answer.getStatusCode() < NO_LONGER_GOOD;
            return good && !OtlpAnswer.is(answer.getResponseBody());
        }

        @Override
        public CompletableResultCode shutdown() {
            return library.shutdown();
        }
    }
}
