package io.pulseline.ingest.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs one transaction of Hibernate Reactive and waits for it. For worker and virtual threads only;
 * an event loop that called it would wait for itself.
 */
@ApplicationScoped
public class Transactions {
    /** Longer than any of our statements takes; a database that hangs is then an outage. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * The value of {@code work}, committed.
     *
     * @throws DatabaseException if it could not be done; nothing is stored then, unless the
     *     database hung, when it may have been
     */
    public <T> T call(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work));
    }

    /**
     * What one query reads. It needs no transaction: one way to the database and back where {@link
     * #call} takes three. Changes of what it returns are not stored.
     *
     * @throws DatabaseException if it could not be done
     */
    public <T> T read(Supplier<Uni<T>> query) {
        return await(() -> Panache.withSession(query));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.get().ifNoItem().after(PATIENCE).fail());
        } catch (Error e) {
            throw e;
        } catch (Throwable failure) {
            throw new DatabaseException(failure);
        }
    }

    /** For work without a value. */
    public void run(Supplier<Uni<?>> work) {
        this.<Boolean>call(() -> work.get().replaceWith(Boolean.TRUE));
    }
}
