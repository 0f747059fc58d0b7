package io.devdoctor.system.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.ChangeResult.Reason;
import io.devdoctor.system.change.EngineChanges;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Removes objects through docker-java's `DockerHttpClient`, from an endpoint alone, without a version in the path.
public final class DockerJavaEngineChanges implements EngineChanges {
    private static final Pattern ID = Pattern.compile("(sha256:)?[0-9a-z]{1,64}");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// What the last look at the health, and the way back, may take of it.
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private static final Duration HEALTH_LOOK = Duration.ofMillis(500);
    private static final Pattern STARTING = Pattern.compile("\"Health\":\\{\"Status\":\"starting\"");

    private static final int LARGEST = 64 << 20;

    private final Function<String, DockerHttpClient> opener;
    private final WallClock clock;

    public DockerJavaEngineChanges(Function<String, DockerHttpClient> opener, WallClock clock) {
        this.opener = opener;
        this.clock = clock;
    }

    /// Untagged parents stay (`noprune`): nobody agreed to lose what the list did not show.
    @Override
    public ChangeResult removeImage(String endpoint, String id) {
        return ask(
                id,
                endpoint,
                () -> send(endpoint, DockerHttpClient.Request.Method.DELETE, "/images/" + id + "?noprune=true")
                        .judged(id));
    }

    @Override
    public ChangeResult removeContainer(String endpoint, String id) {
        return ask(
                id,
                endpoint,
                () -> send(endpoint, DockerHttpClient.Request.Method.DELETE, "/containers/" + id)
                        .judged(id));
    }

    /// It has as long to end as it was given when it was made, ten seconds if nothing was said.
    @Override
    public ChangeResult restartContainer(String endpoint, String id) {
        long end = System.nanoTime() + LIMIT.minus(RESERVE).toNanos();
        return ask(id, endpoint, () -> {
            Answer restarted = send(endpoint, DockerHttpClient.Request.Method.POST, "/containers/" + id + "/restart");
            if (restarted.status() == 404) return new ChangeResult.Failed(Reason.GONE, id, restarted.detail());
            if (restarted.status() / 100 == 2) awaitHealth(endpoint, id, end);
            return restarted.judged(id);
        });
    }

    /// Its health check decides some time after the start; until then nobody knows whether the restart helped. What
    /// ending it took is no longer there to wait: the restart is done, however that goes on.
    private void awaitHealth(String endpoint, String id, long end) throws InterruptedException {
        while (System.nanoTime() - end < 0 && isStarting(endpoint, id)) Thread.sleep(HEALTH_LOOK);
    }

    private boolean isStarting(String endpoint, String id) {
        try {
            return STARTING.matcher(send(endpoint, DockerHttpClient.Request.Method.GET, "/containers/" + id + "/json")
                            .body())
                    .find();
        } catch (IOException | RuntimeException _) {
            // That it could not be asked says nothing against the restart.
            return false;
        }
    }

    /// Prune with a filter on one id is the engine's only way to remove one record. Moby hands the value to BuildKit
    /// as a regular expression (`id~=…`); ids all have one length, so it fits one record only. `all` includes the
    /// kinds that a plain prune spares.
    @Override
    public ChangeResult removeBuildCache(String endpoint, String id) {
        String filters = URLEncoder.encode("{\"id\":{\"" + id + "\":true}}", StandardCharsets.UTF_8);
        String path = "/build/prune?all=true&filters=" + filters;
        return ask(id, endpoint, () -> {
            Answer pruned = send(endpoint, DockerHttpClient.Request.Method.POST, path);
            // A prune that removed nothing is a success to the engine: the record is in use, another one builds on it,
            // or it went before.
            if (pruned.status() / 100 != 2 || pruned.body().contains(id)) return pruned.judged(id);
            Answer left = send(endpoint, DockerHttpClient.Request.Method.GET, "/system/df");
            return left.status() == 200 && !left.body().contains(id)
                    ? new ChangeResult.Done("was gone already")
                    : new ChangeResult.Failed(Reason.IN_USE, id, pruned.detail());
        });
    }

    private ChangeResult ask(String id, String endpoint, Callable<ChangeResult> exchange) {
        if (!ID.matcher(id).matches()) return new ChangeResult.Failed(Reason.FAILED, id, "not an id");
        FutureTask<ChangeResult> call = new FutureTask<>(exchange);
        Thread.ofVirtual().name("engine change").start(call);
        try {
            return call.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            return new ChangeResult.Failed(Reason.TIMED_OUT, id, "no answer within " + LIMIT);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new ChangeResult.Failed(Reason.FAILED, id, "interrupted");
        } catch (ExecutionException e) {
            return failed(id, endpoint, e.getCause() == null ? e : e.getCause());
        }
    }

    private Answer send(String endpoint, DockerHttpClient.Request.Method method, String path) throws IOException {
        DockerHttpClient.Request request =
                DockerHttpClient.Request.builder().method(method).path(path).build();
        try (DockerHttpClient client = opener.apply(endpoint);
                DockerHttpClient.Response response = client.execute(request)) {
            // Closing the stream would read all that is left of it; the response, when closed, hangs up.
            byte[] bytes = response.getBody().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) throw new IOException("an answer of more than " + LARGEST + " bytes");
            return new Answer(response.getStatusCode(), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private record Answer(int status, String body) {
        ChangeResult judged(String id) {
            if (status == 404) return new ChangeResult.Done("was gone already");
            if (status == 409) return new ChangeResult.Failed(Reason.IN_USE, id, detail());
            return status / 100 == 2
                    ? new ChangeResult.Done(detail())
                    : new ChangeResult.Failed(Reason.FAILED, id, detail());
        }

        String detail() {
            String text = body.strip();
            return "HTTP " + status + " " + text.substring(0, Math.min(500, text.length()));
        }
    }

    private ChangeResult failed(String id, String endpoint, Throwable failure) {
        Source source = new Source(Source.Kind.ENGINE, endpoint, clock.now());
        return switch (EngineFailure.<String>reading(failure, source)) {
            case Reading.Absent<String> _ -> new ChangeResult.Failed(Reason.GONE, endpoint, failure.toString());
            case Reading.Unknown<String>(Reading.Cause cause, String detail, Source _) ->
                new ChangeResult.Failed(
                        switch (cause) {
                            case DENIED -> Reason.DENIED;
                            case TIMED_OUT -> Reason.TIMED_OUT;
                            case UNREADABLE, FAILED, NOT_RECORDED -> Reason.FAILED;
                        },
                        id,
                        detail);
            case Reading.Known<String>(String detail, Source _) -> new ChangeResult.Failed(Reason.FAILED, id, detail);
            case Reading.NotApplicable<String>(String why) -> new ChangeResult.Failed(Reason.NOT_HERE, id, why);
        };
    }
}
