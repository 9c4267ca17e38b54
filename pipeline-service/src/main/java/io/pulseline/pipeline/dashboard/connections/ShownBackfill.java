package io.pulseline.pipeline.dashboard.connections;

import io.pulseline.pipeline.connection.Connection.Backfill;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;

/**
 * How far history is read, in words.
 *
 * @param span first to last local date
 * @param done of {@code total}, which is never 0, for a bar
 * @param running whether there is something to stop
 * @param end when it is expected to be done; a dash when not known
 */
record ShownBackfill(
        String state,
        String span,
        int done,
        int total,
        int percent,
        boolean running,
        int requests,
        String end) {
    static ShownBackfill of(Backfill backfill, Reader reader) {
        int total = Math.max(1, backfill.total());
        int done = Math.clamp(backfill.done(), 0, total);
        return new ShownBackfill(
                Texts.sayOr("connections_backfill_" + backfill.state(), backfill.state()),
                reader.day(backfill.first()) + " – " + reader.day(backfill.last()),
                done,
                total,
                (int) (100L * done / total),
                backfill.state().equals("RUNNING"),
                backfill.requestsSpent(),
                reader.moment(backfill.estimatedEnd()));
    }
}
