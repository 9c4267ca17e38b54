package io.pulseline.ingest.intake;

import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.ingest.database.DatabaseException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * How one record is taken: what can never be read goes to the dead-letter topic with its reason; an
 * outage of the database or the registry holds the record (and with it the partition) until it is
 * over.
 */
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Outages outages;
    private final IntakeConfig config;

    Patience(Outages outages, IntakeConfig config) {
        this.outages = outages;
        this.config = config;
    }

    /**
     * Takes it and acknowledges it afterwards.
     *
     * @param what is consumed, in the plural, for logs
     * @param work blocks; done again after an outage, so it must do no harm twice
     * @param done gets what the work gave, once
     * @param dead told when the record is dead-lettered
     */
    public <T> Uni<Void> take(
            String what,
            Message<byte[]> message,
            Function<byte[], T> work,
            Consumer<T> done,
            Runnable dead) {
        return Uni.createFrom()
                .item(() -> work.apply(message.getPayload()))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure(Patience::isOutage)
                .invoke(failure -> outages.began(what, failure))
                .onFailure(Patience::isOutage)
                .retry()
                .withBackOff(FIRST_PAUSE, config.outagePause())
                .indefinitely()
                .onItemOrFailure()
                .transformToUni((outcome, failure) -> {
                    outages.ended(what);
                    return failure == null
                            ? acknowledged(message, outcome, done)
                            : poison(what, message, failure, dead);
                });
    }

    /** Anything but data that can never be read or stored. */
    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case UndecodableException _, PoisonException _ -> false;
            case DatabaseException database -> !database.isAboutTheData();
            default -> true;
        };
    }

    private static <T> Uni<Void> acknowledged(
            Message<byte[]> message, T outcome, Consumer<T> done) {
        done.accept(outcome);
        return Uni.createFrom().completionStage(message::ack);
    }

    private static Uni<Void> poison(
            String what, Message<byte[]> message, Throwable failure, Runnable dead) {
        LOG.errorf("dead-lettered, of %s: reason=%s", what, failure.getMessage());
        dead.run();
        return Uni.createFrom().completionStage(() -> message.nack(failure));
    }
}
