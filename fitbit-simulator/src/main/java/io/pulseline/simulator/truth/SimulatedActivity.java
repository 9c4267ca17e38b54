package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person did.
 *
 * @param name the title shown
 * @param typeId null for the kind's own number
 * @param recorded the session as the tracker recorded it
 * @param elapsed wall time, after edits
 * @param active time without the pause, after edits
 * @param steps null for kinds without steps
 * @param distanceMetres null for kinds that go nowhere
 * @param heartRate every sample, in order; empty when none was read
 * @param registeredAt simulated time at which it was set up
 * @param lastModified simulated time of the set-up or of the last edit
 */
public record SimulatedActivity(
        long logId,
        String userId,
        ZoneId zone,
        String name,
        @Nullable Integer typeId,
        ActivityPlan plan,
        Session recorded,
        Duration elapsed,
        Duration active,
        @Nullable Integer steps,
        @Nullable Double distanceMetres,
        int energyKilocalories,
        List<HeartRateSample> heartRate,
        Track track,
        Instant registeredAt,
        Instant lastModified) {
    public SimulatedActivity {
        heartRate = List.copyOf(heartRate);
    }

    public Instant start() {
        return recorded.start();
    }

    /** The end after edits. */
    public Instant end() {
        return start().plus(elapsed);
    }

    public ZonedDateTime localStart() {
        return start().atZone(zone);
    }

    public ZonedDateTime localEnd() {
        return end().atZone(zone);
    }

    public boolean has(Quirk quirk) {
        return plan.quirks().contains(quirk);
    }

    /** Whether it can be seen at all at that time: it must have ended. */
    public boolean isOverAt(Instant now) {
        return !recorded.end().isAfter(now);
    }

    /** Mean heart rate in beats per minute; 0 without samples. */
    public int averageHeartRate() {
        return (int)
                Math.round(
                        heartRate.stream()
                                .mapToInt(HeartRateSample::beatsPerMinute)
                                .average()
                                .orElse(0));
    }

    /** When the whole heart rate can be read. */
    public Instant heartRateReadableFrom() {
        return recordedUntil().plus(plan.lateness().heartRate());
    }

    /** When the track can be read. */
    public Instant trackReadableFrom() {
        return recordedUntil().plus(plan.lateness().track());
    }

    /** The samples that can be read at that time. */
    public List<HeartRateSample> heartRateReadableAt(Instant now) {
        if (!now.isBefore(heartRateReadableFrom())) {
            return heartRate;
        }
        return switch (plan.lateness().heartRateMeanwhile()) {
            case NONE -> List.of();
            case FIRST_HALF -> {
                Instant half = start().plus(recorded.elapsed().dividedBy(2));
                yield heartRate.stream().filter(sample -> sample.at().isBefore(half)).toList();
            }
        };
    }

    /** The sample at or last before that moment; null if none was read within 10 seconds. */
    public @Nullable HeartRateSample heartRateAt(Instant at) {
        int low = 0;
        int high = heartRate.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (heartRate.get(middle).at().isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        if (high < 0 || heartRate.get(high).at().isBefore(at.minusSeconds(10))) {
            return null;
        }
        return heartRate.get(high);
    }

    SimulatedActivity edited(ActivityEdit edit, Instant now) {
        Duration newElapsed = edit.elapsed() == null ? elapsed : edit.elapsed();
        Duration newActive = edit.elapsed() == null ? active : atMost(active, edit.elapsed());
        return new SimulatedActivity(
                logId,
                userId,
                zone,
                edit.name() == null ? name : edit.name(),
                edit.typeId() == null ? typeId : edit.typeId(),
                plan,
                recorded,
                newElapsed,
                newActive,
                edit.steps() == null ? steps : edit.steps(),
                edit.distanceMetres() == null ? distanceMetres : edit.distanceMetres(),
                edit.energyKilocalories() == null ? energyKilocalories : edit.energyKilocalories(),
                heartRate,
                track,
                registeredAt,
                now);
    }

    private Instant recordedUntil() {
        return registeredAt.isAfter(recorded.end()) ? registeredAt : recorded.end();
    }

    private static Duration atMost(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
