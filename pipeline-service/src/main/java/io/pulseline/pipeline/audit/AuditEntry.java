package io.pulseline.pipeline.audit;

import static java.util.Objects.requireNonNull;

import io.pulseline.pipeline.database.PlainValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody made, or was refused, as it is kept.
 *
 * @param entryId grows with time
 * @param actor user id; null of somebody who has been erased
 * @param actorName as their login calls them; null of somebody who has been erased
 * @param roles of their login
 * @param path with names in braces in the place of ids
 * @param objectIds what stood in the place of the names, in their order
 * @param status of the answer: below 400, or 403
 * @param client {@code session}, {@code basic} or {@code bearer}
 */
@Schema(description = "Who changed what; bodies and health values are not kept")
public record AuditEntry(
        long entryId,
        Instant at,
        @Nullable UUID actor,
        @Nullable String actorName,
        List<String> roles,
        String method,
        String path,
        List<String> objectIds,
        int status,
        String client) {
    public AuditEntry {
        roles = List.copyOf(roles);
        objectIds = List.copyOf(objectIds);
    }

    static AuditEntry of(@Nullable Object[] row) {
        return new AuditEntry(
                ((Number) requireNonNull(row[0])).longValue(),
                PlainValue.instant(requireNonNull(row[1])),
                (UUID) row[2],
                (String) row[3],
                words(row[4]),
                text(row[5]),
                text(row[6]),
                words(row[7]),
                ((Number) requireNonNull(row[8])).intValue(),
                text(row[9]));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : (String) value;
    }

    private static List<String> words(@Nullable Object value) {
        String all = text(value);
        return all.isEmpty() ? List.of() : List.of(all.split(" ", -1));
    }
}
