package io.pulseline.ingest.connection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that the user has paired with the provider.
 *
 * @param id the provider's id of it
 * @param model as the provider names it, for example {@code Charge 6}; null if it does not say
 * @param type open set: TRACKER, SCALE; null if the provider does not say
 * @param batteryPercent 0 to 100; null if the provider does not say
 * @param lastSync when it last brought data; null if never or not known
 */
public record Device(
        String id,
        @Nullable String model,
        @Nullable String type,
        @Nullable Integer batteryPercent,
        @Nullable Instant lastSync) {
    public static final String TRACKER = "TRACKER";

    /** Scales know nothing of steps and nights. */
    public boolean isTracker() {
        return TRACKER.equals(type);
    }

    /** When the newest of the trackers brought data; empty without any, or if none ever did. */
    public static Optional<Instant> newestTrackerSync(List<Device> devices) {
        return devices.stream()
                .filter(Device::isTracker)
                .map(Device::lastSync)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
