package io.pulseline.ingest.publish;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.source.UserErased;
import io.pulseline.contracts.wire.AvroCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One codec per topic of this service, kept for its life: they remember the schema ids. */
@Singleton
final class Codecs {
    private final AvroCodec<SourceNotification> notifications;
    private final AvroCodec<ConnectionChanged> connections;
    private final AvroCodec<PayloadCaptured> payloads;
    private final AvroCodec<SourceRequest> requests;
    private final AvroCodec<UserErased> users;
    private final AvroCodec<ChangeAudited> changes;

    Codecs(RegistryConfig registry) {
        notifications =
                new AvroCodec<>(
                        registry.url(), Topics.SOURCE_NOTIFICATIONS, SourceNotification.class);
        connections =
                new AvroCodec<>(registry.url(), Topics.SOURCE_CONNECTIONS, ConnectionChanged.class);
        payloads = new AvroCodec<>(registry.url(), Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
        requests = new AvroCodec<>(registry.url(), Topics.SOURCE_REQUESTS, SourceRequest.class);
        users = new AvroCodec<>(registry.url(), Topics.SOURCE_USERS, UserErased.class);
        changes = new AvroCodec<>(registry.url(), Topics.SOURCE_AUDIT, ChangeAudited.class);
    }

    @Produces
    @Singleton
    AvroCodec<SourceNotification> notifications() {
        return notifications;
    }

    @Produces
    @Singleton
    AvroCodec<ConnectionChanged> connections() {
        return connections;
    }

    @Produces
    @Singleton
    AvroCodec<PayloadCaptured> payloads() {
        return payloads;
    }

    @Produces
    @Singleton
    AvroCodec<SourceRequest> requests() {
        return requests;
    }

    @Produces
    @Singleton
    AvroCodec<UserErased> users() {
        return users;
    }

    @Produces
    @Singleton
    AvroCodec<ChangeAudited> changes() {
        return changes;
    }

    @PreDestroy
    void close() {
        notifications.close();
        connections.close();
        payloads.close();
        requests.close();
        users.close();
        changes.close();
    }
}
