package io.pulseline.pipeline.target.fhir;

import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpCaller;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The calls of one attempt, which together take no longer than one call may: an attempt that
 * outlives its lease would be made twice.
 */
final class TimedCalls {
    private final HttpCaller http;
    private final Duration limit;
    private final long end;

    /** The time begins to run. */
    TimedCalls(HttpCaller http, Duration limit) {
        this.http = http;
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** Blocks until answered or the time is up. */
    HttpAnswer call(HttpCall call) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return late();
        }
        FutureTask<HttpAnswer> task = new FutureTask<>(() -> http.call(call));
        var _ = Thread.ofVirtual().name("fhir call").start(task);
        try {
            return task.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return late();
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpAnswer.None("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call of a FHIR server failed", e.getCause());
        }
    }

    private HttpAnswer late() {
        return new HttpAnswer.None("no answer to all calls within " + limit.toSeconds() + " s");
    }
}
