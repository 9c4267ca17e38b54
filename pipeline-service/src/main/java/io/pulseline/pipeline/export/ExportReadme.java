package io.pulseline.pipeline.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/** The page that says what is what. */
final class ExportReadme {
    static final String FILE = "README.txt";

    private ExportReadme() {}

    static byte[] text(UUID user, Instant at) {
        return """
        Everything that Pulseline keeps of you
        ======================================

        User %1$s, made %2$s.

        Files that end with .ndjson have one JSON object in each line. Times are UTC or carry
        their offset; units stand in the names of fields; what was not measured is null.

        records/activity.ndjson            your workouts, with heart rate and track
        records/heart-rate.ndjson          heart rate, one line for each hour
        records/steps.ndjson               steps, one line for each hour
        records/heart-rate-variability.ndjson, records/respiratory-rate.ndjson,
        records/oxygen-saturation.ndjson   one line for each night
        records/sleep.ndjson               one line for each night or nap
        records/daily-summary.ndjson       one line for each day
        runs.ndjson                        your Activity History: each run with its steps
                                           (boosters) and its deliveries to targets
        pipelines.ndjson                   your pipelines with boosters and targets, without
                                           secrets
        corrections.ndjson                 what you corrected of workouts, by recordId
        preferences.ndjson                 what you prefer
        target-grants.ndjson               where you allowed us to send to, without tokens
        tier.ndjson                        your tier
        api-tokens.ndjson                  tokens of your programs: what they may do, not what
                                           they are
        shares.ndjson                      with whom of the care team you share, until when,
                                           and on which days they looked
        changes.ndjson                     what you changed here, when and by which way in

        There is no file for a kind of record that we have none of. Of each record the latest
        revision is there, as its source gave it: corrections lie beside it, boosters change
        only what targets get. The fields are described by the JSON Schemas of Pulseline's
        contracts. Your connections to Fitbit and Google are shown under Connections.
        """
                .formatted(user, at)
                .getBytes(UTF_8);
    }
}
