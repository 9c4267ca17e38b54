package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.publish.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the kinds of one pass over one connection share: who is asked, through whom, and when the
 * user's devices last synced, which is asked once and first. Lives as long as its pass; for one
 * thread.
 */
public final class ReadContext {
    private final Connection connection;
    private final DataProvider provider;
    private final Asker asker;
    private final Route route;
    private final Clock clock;
    private final Map<String, SortedSet<LocalDate>> changedSeries = new HashMap<>();
    private @Nullable DeviceSync devices;
    private boolean zoneDoubted;

    public ReadContext(
            Connection connection, DataProvider provider, Asker asker, Route route, Clock clock) {
        this.connection = connection;
        this.provider = provider;
        this.asker = asker;
        this.route = route;
        this.clock = clock;
    }

    /** Until when the devices have told what they know. */
    public sealed interface DeviceSync {
        /** The newest sync of the user's trackers. */
        record Synced(Instant at) implements DeviceSync {}

        /** No tracker, or we may not see them: what is there is all that can be had. */
        record NoTracker() implements DeviceSync {}

        /** Not asked, or no usable answer: nothing can be said of what is complete. */
        record Unknown() implements DeviceSync {}
    }

    public Connection connection() {
        return connection;
    }

    public DataProvider provider() {
        return provider;
    }

    public Asker asker() {
        return asker;
    }

    public Route route() {
        return route;
    }

    Instant now() {
        return clock.instant();
    }

    /** The user's local date now. */
    public LocalDate today() {
        return connection.zones().dateOf(clock.instant());
    }

    /** Asks at the first call, then remembers. */
    public DeviceSync devices() {
        if (devices == null || devices instanceof DeviceSync.Unknown) {
            devices =
                    asker.ask(provider::lastDeviceSync)
                            .map(this::deviceSync)
                            .orElseGet(DeviceSync.Unknown::new);
        }
        return devices;
    }

    private DeviceSync deviceSync(ProviderAnswer<Optional<LocalDateTime>> answer) {
        if (answer instanceof ProviderAnswer.Given<Optional<LocalDateTime>>(var local)) {
            return local.map(this::synced).orElseGet(DeviceSync.NoTracker::new);
        }
        return answer instanceof ProviderAnswer.Forbidden<?>
                ? new DeviceSync.NoTracker()
                : new DeviceSync.Unknown();
    }

    private DeviceSync synced(LocalDateTime local) {
        Instant at = local.atZone(connection.zones().zoneOn(local.toLocalDate())).toInstant();
        return new DeviceSync.Synced(at);
    }

    /** An answer disagrees with the zone we know: the user may have travelled. */
    void doubtZone() {
        zoneDoubted = true;
    }

    boolean isZoneDoubted() {
        return zoneDoubted;
    }

    /** The newest sync if it is known already; asks nothing. */
    @Nullable Instant knownSync() {
        return devices instanceof DeviceSync.Synced(Instant at) ? at : null;
    }

    /**
     * Notes dates whose series must have changed, because their daily figures have.
     *
     * @param parts changed parts by date
     */
    void changed(Map<LocalDate, Set<String>> parts) {
        parts.forEach((date, changed) -> {
            if (changed.contains(PartKind.HEART_RATE_DAILY)) {
                changedOf(PayloadKind.HEART_RATE).add(date);
            }
            if (changed.contains(DatedReads.DAILY_STEPS)) {
                changedOf(PayloadKind.STEPS).add(date);
            }
        });
    }

    /** Dates that another kind of this pass found changed; what is used is taken out of it. */
    SortedSet<LocalDate> changedOf(String kind) {
        return changedSeries.computeIfAbsent(kind, _ -> new TreeSet<>());
    }
}
