package io.pulseline.localstack;

import io.pulseline.localstack.process.Processes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Services end before what they need, so that they end in peace; each wave at once. */
final class StopPlan {
    private static final List<List<Part>> WAVES =
            List.of(
                    List.of(
                            Part.PROXY,
                            Part.SIMULATOR,
                            Part.INGEST,
                            Part.NORMALIZER,
                            Part.PIPELINE),
                    List.of(Part.REGISTRY, Part.KAFKA, Part.POSTGRES));

    private final Processes processes;
    private final Set<Part> parts;
    private final Duration patience;
    private final Progress progress;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean anything = new AtomicBoolean();

    /**
     * @param parts those to stop; the others are left alone
     */
    StopPlan(Processes processes, Set<Part> parts, Duration patience, Progress progress) {
        this.processes = processes;
        this.parts = Set.copyOf(parts);
        this.patience = patience;
        this.progress = progress;
    }

    /** Whether there was anything to stop. */
    boolean run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Part> wave : WAVES) {
                CompletableFuture.allOf(
                                wave.stream()
                                        .filter(parts::contains)
                                        .map(part ->
                                                CompletableFuture.runAsync(
                                                        () -> stop(part), threads))
                                        .toArray(CompletableFuture[]::new))
                        .join();
            }
        }
        return anything.get();
    }

    private void stop(Part part) {
        if (processes.stop(part.label(), patience)) {
            anything.set(true);
            report(part + " stopped");
        }
    }

    private synchronized void report(String step) {
        progress.done(step, Duration.ofNanos(System.nanoTime() - startedAt));
    }
}
