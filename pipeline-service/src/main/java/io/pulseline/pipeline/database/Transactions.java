package io.pulseline.pipeline.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Where transactions begin and end. Stores never open one themselves, so that a caller may put
 * several of their steps into one.
 */
@ApplicationScoped
public class Transactions {
    /** Longer than any of our statements takes; a database that hangs is then an outage. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Two transactions may block each other; one of them is told to try again. */
    private static final int TRIES_WHEN_IN_CONFLICT = 5;

    /** All of {@code work} or nothing of it. */
    public <T> Uni<T> write(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work);
    }

    /** Reads only; what it reads may change meanwhile. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return Panache.withSession(work);
    }

    /**
     * {@link #write} for threads that may wait: workers and consumers, never event loops. Tried
     * again when the database ended it for the sake of another transaction.
     *
     * @throws DatabaseException if it did not come to an end
     */
    public <T> T writeAndWait(Supplier<Uni<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return await(() -> write(work));
            } catch (DatabaseException e) {
                if (!e.isConflict() || attempt == TRIES_WHEN_IN_CONFLICT) {
                    throw e;
                }
                pauseBriefly(attempt);
            }
        }
    }

    /**
     * {@link #read} for threads that may wait: workers, never event loops.
     *
     * @throws DatabaseException if it did not come to an end
     */
    public <T> T readAndWait(Supplier<Uni<T>> work) {
        return await(() -> read(work));
    }

    private static void pauseBriefly(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L * attempt, 50L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.get().ifNoItem().after(PATIENCE).fail());
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new DatabaseException(e);
        }
    }
}
