package io.pulseline.ingest.sync;

import io.pulseline.ingest.database.Statements;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Knows a thing again that another provider has shown before: it keeps the key that it got at first
 * sight, so that both providers make one record of it. One statement for any number of things;
 * blocks.
 */
@ApplicationScoped
class SameThings {
    private static final String AROUND =
            """
            SELECT t.thing_key, c.provider, t.connection_id, t.starts_at, t.ends_at, t.captured_at,
                   t.listed_hash = '' AS vanished
            FROM connection c JOIN thing t ON t.connection_id = c.id
            WHERE c.user_id = $1 AND t.kind = $2 AND t.starts_at BETWEEN $3 AND $4
            """;

    private final Statements statements;

    SameThings(Statements statements) {
        this.statements = statements;
    }

    /**
     * Which of these things another provider has shown.
     *
     * @param fresh things that the ledger does not have for this connection
     * @return what they take over, by their ids; nothing for those never seen before
     */
    Map<String, TakeOver> of(ReadContext context, String kind, List<ListedThing> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        UUID user = context.connection().user();
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        fresh.forEach(thing ->
                sightings.put(
                        thing.providerId(),
                        new Sighting(user, kind, thing.startsAt(), thing.end())));
        Instant first =
                Collections.min(sightings.values().stream().map(Sighting::earliestStart).toList());
        Instant last =
                Collections.max(sightings.values().stream().map(Sighting::latestStart).toList());
        List<TakeOver.Known> known =
                statements.rows(AROUND, user, kind, first, last).stream()
                        .map(row -> known(context, kind, row))
                        .toList();
        return TakeOver.of(sightings, known);
    }

    private static TakeOver.Known known(ReadContext context, String kind, Row row) {
        return new TakeOver.Known(
                row.getString("thing_key"),
                new Sighting(
                        context.connection().user(),
                        kind,
                        row.getOffsetDateTime("starts_at").toInstant(),
                        row.getOffsetDateTime("ends_at").toInstant()),
                !row.getString("provider").equals(context.connection().provider()),
                row.getUUID("connection_id").equals(context.connection().id())
                        && !row.getBoolean("vanished"),
                Statements.instant(row, "captured_at"));
    }
}
