package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.Condition;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads the promised parts of a thing that are not there yet and keeps them.
 *
 * <p>A part that the provider refuses (403) is not promised to us: it is left out, the payload is
 * complete without it, and the refusal is shown as a condition of the connection. A part that is
 * not there yet (404), empty, ends early or could not be read is missing and asked for again.
 * (Fitbit promises a track with the log and may need minutes to have it, so a 404 is no last word.)
 */
@ApplicationScoped
class PartsReader {
    private static final Logger LOG = Logger.getLogger(PartsReader.class);

    private final ThingStore things;
    private final ConnectionStore connections;
    private final DataProviders providers;
    private final Clock clock;

    PartsReader(
            ThingStore things, ConnectionStore connections, DataProviders providers, Clock clock) {
        this.things = things;
        this.connections = connections;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * Reads what is not whole yet.
     *
     * @param kept parts as the ledger has them
     * @return kinds of the parts that are still missing
     */
    Set<String> read(
            Connection connection,
            ListedThing listed,
            UUID thing,
            List<ThingPartEntity> kept,
            Asker asker) {
        Set<String> missing = new LinkedHashSet<>();
        for (String kind : listed.promised()) {
            boolean there = kept.stream().anyMatch(part -> part.kind.equals(kind) && part.whole);
            if (!there && !read(connection, listed, thing, kind, asker)) {
                missing.add(kind);
            }
        }
        return missing;
    }

    private boolean read(
            Connection connection, ListedThing listed, UUID thing, String kind, Asker asker) {
        DataProvider provider = providers.named(connection.provider());
        Optional<ProviderAnswer<PartReading>> answer =
                asker.ask(token -> provider.part(token, listed, kind, connection.zones()));
        if (answer.isEmpty()) {
            return false;
        }
        return switch (answer.get()) {
            case ProviderAnswer.Given<PartReading>(PartReading reading) -> {
                keep(thing, kind, reading);
                yield reading.whole();
            }
            case ProviderAnswer.Forbidden<PartReading>(String reason) -> {
                LOG.warnf(
                        "part not allowed: connection=%s part=%s reason=%s",
                        connection.id(), kind, reason);
                connections.hold(connection.id(), notAllowed(kind));
                things.replaceParts(
                        thing, kind, List.of(KeptPart.denied(thing, kind, clock.instant())));
                yield true;
            }
            case ProviderAnswer.Absent<PartReading>(String reason) ->
                    notRead(connection, kind, reason);
            case ProviderAnswer.Rejected<PartReading>(String reason) ->
                    notRead(connection, kind, reason);
            case ProviderAnswer.Unavailable<PartReading>(String reason) ->
                    notRead(connection, kind, reason);
            // The asker and the authorized call keep these to themselves.
            case ProviderAnswer.TokenRefused<PartReading>(String _) -> false;
            case ProviderAnswer.Gone<PartReading>(String _) -> false;
            case ProviderAnswer.RateLimited<PartReading>(Instant _) -> false;
        };
    }

    private void keep(UUID thing, String kind, PartReading reading) {
        things.replaceParts(thing, kind, KeptPart.rows(thing, reading.whole(), reading.parts()));
    }

    private static boolean notRead(Connection connection, String kind, String reason) {
        LOG.warnf("part not read: connection=%s part=%s reason=%s", connection.id(), kind, reason);
        return false;
    }

    private Condition notAllowed(String kind) {
        return new Condition(
                Condition.MISSING_SCOPES,
                clock.instant(),
                "FORBIDDEN",
                "The provider does not let us read the part '"
                        + kind
                        + "' of your activities; connect again and allow it.");
    }
}
