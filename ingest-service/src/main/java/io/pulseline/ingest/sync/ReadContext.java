package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.publish.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the kinds of one pass over one connection share: who is asked, through whom, and when the
 * user's devices last synced, which is asked once and first. Lives as long as its pass; for one
 * thread.
 */
public final class ReadContext {
    /** Trackers sync about every quarter of an hour. */
    private static final Duration GOOD_FOR_A_RETRY = Duration.ofMinutes(15);

    private final Connection connection;
    private final DataProvider provider;
    private final Asker asker;
    private final Function<String, ProviderAnswer<List<Device>>> paired;
    private final Route route;
    private final Clock clock;
    private final Map<String, SortedSet<LocalDate>> changedSeries = new HashMap<>();
    private @Nullable DeviceSync devices;
    private boolean retry;
    private boolean zoneDoubted;

    /**
     * For one pass.
     *
     * @param paired reads the user's devices, given an access token
     */
    public ReadContext(
            Connection connection,
            DataProvider provider,
            Asker asker,
            Function<String, ProviderAnswer<List<Device>>> paired,
            Route route,
            Clock clock) {
        this.connection = connection;
        this.provider = provider;
        this.asker = asker;
        this.paired = paired;
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

    /**
     * This pass tries again what has failed: devices that were told shortly before are not asked
     * for once more. What they bring meanwhile comes with the next pass.
     */
    void tryAgain() {
        retry = true;
    }

    /** Asks at the first call, then remembers. */
    public DeviceSync devices() {
        if (devices == null && retry) {
            devices = toldBefore();
        }
        if (devices == null || devices instanceof DeviceSync.Unknown) {
            devices =
                    asker.ask(paired)
                            .map(ReadContext::deviceSync)
                            .orElseGet(DeviceSync.Unknown::new);
        }
        return devices;
    }

    private @Nullable DeviceSync toldBefore() {
        Instant at = connection.devicesReadAt();
        boolean good = at != null && !at.plus(GOOD_FOR_A_RETRY).isBefore(clock.instant());
        Instant zoneRead = connection.profileReadAt();
        // Syncs are told in local time: read in another zone they say something else.
        boolean sameZone = zoneRead == null || (at != null && !zoneRead.isAfter(at));
        return good && sameZone ? deviceSync(connection.devices()) : null;
    }

    private static DeviceSync deviceSync(ProviderAnswer<List<Device>> answer) {
        if (answer instanceof ProviderAnswer.Given<List<Device>>(List<Device> devices)) {
            return deviceSync(devices);
        }
        return answer instanceof ProviderAnswer.Forbidden<?>
                ? new DeviceSync.NoTracker()
                : new DeviceSync.Unknown();
    }

    private static DeviceSync deviceSync(List<Device> devices) {
        return Device.newestTrackerSync(devices)
                .<DeviceSync>map(DeviceSync.Synced::new)
                .orElseGet(DeviceSync.NoTracker::new);
    }

    /**
     * Why what devices count cannot be read in this pass; empty where the devices are known. Asks
     * at the first call.
     */
    Optional<ReadOutcome.Unread> withoutDevices() {
        if (!(devices() instanceof DeviceSync.Unknown)) {
            return Optional.empty();
        }
        return Optional.of(
                asker.mayAsk()
                        ? new ReadOutcome.Failed("the devices' sync is not known")
                        : new ReadOutcome.Postponed());
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
     * @param parts that were read
     * @param changed kinds of changed parts by date
     */
    void changed(List<DatedPart> parts, Map<LocalDate, Set<String>> changed) {
        for (String series : List.of(PayloadKind.HEART_RATE, PayloadKind.STEPS)) {
            Set<String> telling =
                    parts.stream()
                            .filter(part -> part.tells(series))
                            .map(DatedPart::kind)
                            .collect(Collectors.toSet());
            changed.forEach((date, kinds) -> {
                if (!Collections.disjoint(kinds, telling)) {
                    changedOf(series).add(date);
                }
            });
        }
    }

    /** Dates that another kind of this pass found changed; what is used is taken out of it. */
    SortedSet<LocalDate> changedOf(String kind) {
        return changedSeries.computeIfAbsent(kind, _ -> new TreeSet<>());
    }
}
