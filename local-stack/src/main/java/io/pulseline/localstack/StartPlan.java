package io.pulseline.localstack;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What may start when, so that two cores are never idle and never wait for the wrong thing:
 *
 * <pre>
 * kafka ─▶ topics ──┐
 * postgres ─────────┴▶ ingest, normalizer, pipeline
 * registry ─▶ schemas
 * simulator, proxy
 * </pre>
 */
final class StartPlan {
    private final LocalStack stack;
    private final Set<Part> missing;
    private final Progress progress;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final long startedAt = System.nanoTime();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param missing the parts to start; topics and schemas are made in any case
     */
    StartPlan(LocalStack stack, Set<Part> missing, Progress progress) {
        this.stack = stack;
        this.missing = missing;
        this.progress = progress;
    }

    /** Returns when everything is ready, or throws what the first part that failed says. */
    void run() {
        try (threads) {
            CompletableFuture<Void> kafka = ready(Part.KAFKA);
            CompletableFuture<Void> postgres = ready(Part.POSTGRES);
            CompletableFuture<Void> registry = ready(Part.REGISTRY);
            CompletableFuture<Void> topics =
                    kafka.thenRunAsync(() -> step("topics made", stack::setUpTopics), threads);
            CompletableFuture<Void> schemas =
                    registry.thenRunAsync(
                            () -> step("schemas registered", stack::setUpSchemas), threads);
            CompletableFuture<Void> stores = allOf(topics, postgres);
            List<CompletableFuture<Void>> all = new ArrayList<>(List.of(stores, schemas));
            all.add(ready(Part.SIMULATOR));
            all.add(ready(Part.PROXY));
            for (Part service : List.of(Part.INGEST, Part.NORMALIZER, Part.PIPELINE)) {
                all.add(stores.thenRunAsync(() -> bringUp(service), threads));
            }
            awaitAll(all);
        }
    }

    private CompletableFuture<Void> ready(Part part) {
        return runAsync(() -> bringUp(part), threads);
    }

    /** Nothing more is started from now on. */
    void cancel() {
        cancelled.set(true);
    }

    private void bringUp(Part part) {
        if (cancelled.get()) {
            throw new IllegalStateException("the start was broken off");
        }
        if (missing.contains(part)) {
            stack.launch(part);
            step(part + " ready", () -> stack.awaitReady(part));
        }
    }

    private void step(String name, Runnable work) {
        work.run();
        report(name);
    }

    private synchronized void report(String name) {
        progress.done(name, Duration.ofNanos(System.nanoTime() - startedAt));
    }

    /** The first failure ends the waiting: nobody wants to wait 90 s for the second. */
    private void awaitAll(List<CompletableFuture<Void>> all) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        CompletableFuture<?>[] watched =
                all.stream()
                        .map(each -> each.whenComplete((_, why) -> failWith(failure, why)))
                        .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(failure, allOf(watched)).join();
        } catch (CompletionException e) {
            cancel();
            threads.shutdownNow();
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw e;
        }
    }

    private static void failWith(CompletableFuture<Void> failure, @Nullable Throwable why) {
        if (why != null) {
            failure.completeExceptionally(why);
        }
    }
}
