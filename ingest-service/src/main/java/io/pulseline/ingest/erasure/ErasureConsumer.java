package io.pulseline.ingest.erasure;

import io.pulseline.contracts.source.UserErased;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.intake.Patience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code source.users.v1}, one after the other. */
@ApplicationScoped
class ErasureConsumer {
    private final AvroCodec<UserErased> codec;
    private final ErasureRules rules;
    private final Patience patience;
    private final ErasureMetrics metrics;

    ErasureConsumer(
            AvroCodec<UserErased> codec,
            ErasureRules rules,
            Patience patience,
            ErasureMetrics metrics) {
        this.codec = codec;
        this.rules = rules;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Incoming("users-in")
    Uni<Void> consume(Message<byte[]> message) {
        return patience.take(
                "erasures",
                message,
                value -> rules.apply(codec.decode(value)),
                metrics::erasure,
                () -> metrics.erasure(ErasureMetrics.Outcome.DEAD_LETTER));
    }
}
