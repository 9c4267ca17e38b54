package io.pulseline.pipeline.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An erasure that waits to be confirmed.
 *
 * @param confirmation the word that confirms it
 * @param erases what will be deleted, in words
 * @param stays what will not be, in words
 * @param daysUntilDone from its confirmation until topics have forgotten as well
 */
record AskedErasure(
        UUID erasureId,
        Instant confirmUntil,
        String confirmation,
        List<String> erases,
        List<String> stays,
        long daysUntilDone) {
    private static final List<String> ERASES =
            List.of(
                    "every activity and every metric we keep of you, with your corrections",
                    "your pipelines and their targets, with all secrets",
                    "your Activity History: runs and deliveries with what they sent",
                    "your preferences, your tier and what was counted for it",
                    "files in the archive folder this service keeps for you, and your exports",
                    "your consents here and at Fitbit, Google and Strava, with all tokens",
                    "what our topics still hold, when their retention has passed");

    private static final List<String> STAYS =
            List.of(
                    "your id and the time of the erasure, so that nothing older is taken again",
                    "lines of the audit log on what you changed, without your id and your name",
                    "what your targets got: activities at Strava or intervals.icu, files in a store"
                            + " of your own, resources of a FHIR server, webhooks that were received",
                    "your login, which belongs to whoever runs it; your account at Fitbit or Google");

    AskedErasure {
        erases = List.copyOf(erases);
        stays = List.copyOf(stays);
    }

    static AskedErasure of(
            UUID erasureId, Instant confirmUntil, String confirmation, long daysUntilDone) {
        return new AskedErasure(
                erasureId, confirmUntil, confirmation, ERASES, STAYS, daysUntilDone);
    }
}
