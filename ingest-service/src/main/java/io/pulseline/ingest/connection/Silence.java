package io.pulseline.ingest.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells a provider we cannot read from a device that has nothing for it. */
final class Silence {
    private Silence() {}

    /**
     * The conditions after the devices were read: {@code DEVICE_SILENT} holds where the newest of
     * the trackers has not synced for long. Without a tracker that ever synced there is none to
     * wait for.
     */
    static List<Condition> judge(
            List<Condition> held, List<Device> devices, Instant now, Duration silentAfter) {
        Optional<Instant> newest = Device.newestTrackerSync(devices);
        boolean silent = newest.isPresent() && newest.get().plus(silentAfter).isBefore(now);
        if (!silent) {
            return Conditions.without(held, Condition.DEVICE_SILENT);
        }
        return Conditions.with(
                held,
                new Condition(
                        Condition.DEVICE_SILENT,
                        now,
                        "NOT_SYNCED",
                        "Your tracker last synced at "
                                + newest.get()
                                + ". Open the provider's app near it, so that its data arrive."));
    }

    /**
     * The {@code STALE} condition, if it holds: connected, and for long nothing could be read
     * although something is due.
     *
     * @param kinds of the connection
     */
    static Optional<Condition> stale(
            Connection connection, List<KindState> kinds, Instant now, Duration staleAfter) {
        boolean somethingIsDue = kinds.stream().anyMatch(kind -> kind.nextDue() != null);
        boolean mayBeRead = connection.studyWindow().contains(connection.today(now));
        Instant lastRead = lastRead(connection, kinds);
        if (!somethingIsDue || !mayBeRead || !lastRead.plus(staleAfter).isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(
                new Condition(
                        Condition.STALE,
                        now,
                        "NOT_READ",
                        "Nothing could be read since " + lastRead + "; we keep trying."));
    }

    private static Instant lastRead(Connection connection, List<KindState> kinds) {
        Instant newest = connection.connectedAt();
        for (KindState kind : kinds) {
            Instant read = kind.lastSuccess();
            newest = read != null && read.isAfter(newest) ? read : newest;
        }
        return newest;
    }
}
