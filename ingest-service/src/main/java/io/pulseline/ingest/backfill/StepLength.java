package io.pulseline.ingest.backfill;

import io.pulseline.contracts.OpenSets.PayloadKind;

/** How many dates of a kind one step reads: as many as a few requests can. */
final class StepLength {
    /** Each activity takes requests of its own, and so does each date of the daily summary. */
    private static final int DATES_OF_MANY_REQUESTS = 7;

    private StepLength() {}

    static int of(String kind, int datesPerStep) {
        return switch (kind) {
            // Detail is asked date by date.
            case PayloadKind.HEART_RATE, PayloadKind.STEPS -> 1;
            case PayloadKind.ACTIVITY, PayloadKind.DAILY_SUMMARY ->
                    Math.min(DATES_OF_MANY_REQUESTS, datesPerStep);
            default -> datesPerStep;
        };
    }
}
