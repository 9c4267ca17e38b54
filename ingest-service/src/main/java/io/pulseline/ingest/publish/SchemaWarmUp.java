package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.source.UserErased;
import io.pulseline.contracts.wire.AvroCodec;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry for all schema ids while the service starts, so that the first notification
 * does not wait for it and later ones do not need it: from then on the webhook needs Kafka only.
 */
@ApplicationScoped
class SchemaWarmUp {
    private static final Logger LOG = Logger.getLogger(SchemaWarmUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AvroCodec<SourceNotification> notifications;
    private final AvroCodec<ConnectionChanged> connections;
    private final AvroCodec<PayloadCaptured> payloads;
    private final AvroCodec<SourceRequest> requests;
    private final AvroCodec<UserErased> users;
    private final AvroCodec<ChangeAudited> changes;
    private @Nullable Thread asking;

    SchemaWarmUp(
            AvroCodec<SourceNotification> notifications,
            AvroCodec<ConnectionChanged> connections,
            AvroCodec<PayloadCaptured> payloads,
            AvroCodec<SourceRequest> requests,
            AvroCodec<UserErased> users,
            AvroCodec<ChangeAudited> changes) {
        this.notifications = notifications;
        this.connections = connections;
        this.payloads = payloads;
        this.requests = requests;
        this.users = users;
        this.changes = changes;
    }

    void start(@Observes StartupEvent started) {
        asking = Thread.ofVirtual().name("schema-warm-up").start(this::untilKnown);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (asking != null) {
            asking.interrupt();
        }
    }

    private void untilKnown() {
        try {
            while (!areKnown()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean areKnown() {
        boolean known =
                notifications.prepare()
                        && connections.prepare()
                        && payloads.prepare()
                        && requests.prepare()
                        && users.prepare()
                        && changes.prepare();
        if (!known) {
            LOG.warn("schemas not known yet: the registry does not answer or does not have them");
        }
        return known;
    }
}
