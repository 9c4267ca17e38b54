package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.delivery.Fed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity that may be the echo of a delivery: we fed a target, its app wrote that to a
 * provider, and the provider gives it to us as a record of its own.
 *
 * @param elapsed start to end; null if not known
 * @param isImport whether something else than a device of its provider made it
 * @param providerRecordId its id where it comes from; null if that tells none
 */
record Echo(
        UUID user,
        UUID recordId,
        Instant startedAt,
        @Nullable Duration elapsed,
        boolean isImport,
        @Nullable String providerRecordId) {
    /** Starts of the same workout may be that far apart, in either direction. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** Durations of the same workout may differ by one part of so many: 5 %. */
    private static final int DURATION_PARTS = 20;

    /** Their ids are their own, so no target keeps anything under them. */
    private static final Set<String> OWN_IDS =
            Set.of(OpenSets.Provider.FITBIT, OpenSets.Provider.GOOGLE_HEALTH);

    /**
     * Empty where it cannot be one: what a provider's own device measured, what its user sent to us
     * as a file, and what is deleted.
     *
     * @param user whose it is
     * @param recordId of the activity
     */
    static Optional<Echo> of(UUID user, UUID recordId, Activity activity) {
        Provenance from = activity.getProvenance();
        Long start = activity.getStartEpochMillis();
        if (activity.getDeleted()
                || start == null
                || from.getProvider().equals(OpenSets.Provider.FILE)) {
            return Optional.empty();
        }
        boolean isImport = isImport(from);
        boolean mayBeKnownById =
                from.getProviderRecordId() != null && !OWN_IDS.contains(from.getProvider());
        if (!isImport && !mayBeKnownById) {
            return Optional.empty();
        }
        Long elapsed = activity.getElapsedMilliseconds();
        return Optional.of(
                new Echo(
                        user,
                        recordId,
                        Instant.ofEpochMilli(start),
                        elapsed == null ? null : Duration.ofMillis(elapsed),
                        isImport,
                        from.getProviderRecordId()));
    }

    private static boolean isImport(Provenance from) {
        if (from.getApplication() != null) {
            return true;
        }
        return switch (from.getRecordingMethod()) {
            case RecordingMethod.SENSED -> false;
            // Google tells no method of what it put together from several sources, but the device.
            case null -> from.getDeviceId() == null && from.getDeviceName() == null;
            default -> true;
        };
    }

    /** Start of the earliest activity that it may be the echo of. */
    Instant earliest() {
        return startedAt.minus(TOLERANCE);
    }

    /** Start of the latest activity that it may be the echo of. */
    Instant latest() {
        return startedAt.plus(TOLERANCE);
    }

    /** Whether it is the echo of what a target was fed with, be it from that target or another. */
    boolean isOf(Fed fed) {
        boolean isKnownById = providerRecordId != null && providerRecordId.equals(fed.remoteId());
        return isKnownById || (isImport && startsWith(fed) && lastsLike(fed));
    }

    private boolean startsWith(Fed fed) {
        Instant start = fed.footprint().startedAt();
        return !start.isBefore(earliest()) && !start.isAfter(latest());
    }

    /** What is not known does not tell them apart: a loop has no end, a target left out has one. */
    private boolean lastsLike(Fed fed) {
        Instant end = fed.footprint().endedAt();
        if (elapsed == null || end == null) {
            return true;
        }
        Duration delivered = Duration.between(fed.footprint().startedAt(), end);
        Duration difference = requireNonNull(elapsed).minus(delivered).abs();
        return difference.multipliedBy(DURATION_PARTS).compareTo(delivered) <= 0;
    }
}
