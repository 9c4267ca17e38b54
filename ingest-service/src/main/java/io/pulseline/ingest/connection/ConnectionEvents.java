package io.pulseline.ingest.connection;

import io.pulseline.contracts.source.BackfillProgress;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.ConnectionCondition;
import io.pulseline.contracts.source.KindFreshness;
import io.pulseline.contracts.source.PairedDevice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes of a connection what others are told of it. */
@ApplicationScoped
class ConnectionEvents {
    private final KindSchedule schedule;
    private final RequestQuota quota;
    private final BackfillStates backfills;

    ConnectionEvents(KindSchedule schedule, RequestQuota quota, BackfillStates backfills) {
        this.schedule = schedule;
        this.quota = quota;
        this.backfills = backfills;
    }

    /** The connection with all that is known of it now; blocks. */
    ConnectionChanged of(Connection connection) {
        return ConnectionChanged.newBuilder()
                .setConnectionId(connection.id().toString())
                .setUser(connection.user().toString())
                .setProvider(connection.provider())
                .setProviderUserId(connection.providerUserId())
                .setState(connection.state())
                .setReason(connection.reason())
                .setGrantedScopes(List.copyOf(new TreeSet<>(connection.grantedScopes())))
                .setConditions(
                        connection.conditions().stream().map(ConnectionEvents::condition).toList())
                .setChangedEpochMillis(connection.changedAt().toEpochMilli())
                .setZone(connection.zones().current().map(ZoneId::getId).orElse(null))
                .setDevices(connection.devices().stream().map(ConnectionEvents::device).toList())
                .setKinds(
                        schedule.kinds(connection.id()).stream()
                                .map(ConnectionEvents::kind)
                                .toList())
                .setRequestsLeft(quota.requestsLeft(connection).orElse(null))
                .setBackfill(
                        backfills.backfill(connection).map(ConnectionEvents::backfill).orElse(null))
                .build();
    }

    private static ConnectionCondition condition(Condition condition) {
        return ConnectionCondition.newBuilder()
                .setType(condition.type())
                .setSinceEpochMillis(condition.since().toEpochMilli())
                .setReason(condition.reason())
                .setMessage(condition.message())
                .build();
    }

    private static PairedDevice device(Device device) {
        return PairedDevice.newBuilder()
                .setDeviceId(device.id())
                .setModel(device.model())
                .setDeviceType(device.type())
                .setBatteryPercent(device.batteryPercent())
                .setLastSyncEpochMillis(millis(device.lastSync()))
                .build();
    }

    private static KindFreshness kind(KindState state) {
        return KindFreshness.newBuilder()
                .setKind(state.kind())
                .setLastSuccessEpochMillis(millis(state.lastSuccess()))
                .setNextDueEpochMillis(millis(state.nextDue()))
                .setReadUntilLocalDate(state.watermark().toString())
                .build();
    }

    private static BackfillProgress backfill(BackfillState state) {
        return BackfillProgress.newBuilder()
                .setState(state.state())
                .setFirstLocalDate(state.firstLocalDate().toString())
                .setLastLocalDate(state.lastLocalDate().toString())
                .setDone(state.done())
                .setTotal(state.total())
                .setRequestsSpent(state.requestsSpent())
                .setEstimatedEndEpochMillis(millis(state.estimatedEnd()))
                .build();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
