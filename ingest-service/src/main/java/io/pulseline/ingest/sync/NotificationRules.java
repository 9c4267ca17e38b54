package io.pulseline.ingest.sync;

import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.sync.DataProvider.Meaning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a notification leads to: a connection is due sooner, or its consent has ended. */
@ApplicationScoped
class NotificationRules {
    private static final Logger LOG = Logger.getLogger(NotificationRules.class);

    private final ConnectionStore connections;
    private final DataProviders providers;
    private final Wakes wakes;
    private final Clock clock;

    NotificationRules(
            ConnectionStore connections, DataProviders providers, Wakes wakes, Clock clock) {
        this.connections = connections;
        this.providers = providers;
        this.wakes = wakes;
        this.clock = clock;
    }

    /**
     * Does it; doing it again does no harm. Blocks.
     *
     * @throws io.pulseline.ingest.database.DatabaseException if it could not be stored
     */
    SyncMetrics.Notification apply(SourceNotification notification) {
        Optional<DataProvider> provider = providers.find(notification.getProvider());
        if (provider.isEmpty()) {
            return SyncMetrics.Notification.NOT_OURS;
        }
        Optional<Connection> connection =
                connections.findByOwner(notification.getProvider(), notification.getOwnerId());
        if (connection.isEmpty()) {
            return SyncMetrics.Notification.UNKNOWN_OWNER;
        }
        return switch (provider.get().meaningOf(notification.getCollection())) {
            case Meaning.Activities() -> wake(connection.get(), notification, wakes::activities);
            case Meaning.Sleep() -> wake(connection.get(), notification, wakes::sleep);
            case Meaning.Day() -> wake(connection.get(), notification, wakes::day);
            case Meaning.Dated(String kind) ->
                    wake(
                            connection.get(),
                            notification,
                            (id, date, now) -> wakes.dated(id, kind, date, now));
            case Meaning.ConsentWithdrawn() ->
                    end(
                            connection.get(),
                            notification,
                            "You removed our access at the provider. Connect again to go on.");
            case Meaning.UserDeleted() ->
                    end(
                            connection.get(),
                            notification,
                            "Your account at the provider was deleted.");
            case Meaning.NotOurs() -> SyncMetrics.Notification.NOT_OURS;
        };
    }

    /** One of the rules of {@link Wakes}. */
    private interface Wake {
        void of(UUID connection, @Nullable LocalDate date, Instant now);
    }

    private SyncMetrics.Notification wake(
            Connection connection, SourceNotification notification, Wake wake) {
        if (!connection.isConnected()) {
            return SyncMetrics.Notification.NOT_CONNECTED;
        }
        wake.of(connection.id(), date(notification.getLocalDate()), clock.instant());
        return SyncMetrics.Notification.WOKEN;
    }

    private SyncMetrics.Notification end(
            Connection connection, SourceNotification notification, String reason) {
        Instant received = Instant.ofEpochMilli(notification.getReceivedEpochMillis());
        if (received.isBefore(connection.connectedAt())) {
            // The user has consented again since; this one came late or was read again.
            return SyncMetrics.Notification.OUTDATED;
        }
        LOG.infof("consent ended: connection=%s", connection.id());
        connections.revoke(connection.id(), reason, clock.instant());
        return SyncMetrics.Notification.CONSENT_ENDED;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
