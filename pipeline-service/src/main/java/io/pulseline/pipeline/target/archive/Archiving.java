package io.pulseline.pipeline.target.archive;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Brings one archive to what a parcel says: exactly one file of a record, or none. */
final class Archiving {
    /** Not a name that a template makes: no file of a record is ever written over. */
    static final String PROBE = ".pulseline-test";

    /** Progress of a delivery whose new file stands while the old one is still there. */
    static final String WRITTEN = "written";

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final byte[] NOTHING = {};

    private final ArchiveStore store;
    private final Clock clock;
    private final Duration longest;

    /**
     * @param longest of one attempt: no second step begins in its second half
     */
    Archiving(ArchiveStore store, Clock clock, Duration longest) {
        this.store = store;
        this.clock = clock;
        this.longest = longest;
    }

    DeliveryOutcome send(Parcel parcel) {
        ArchivedFile file = ArchivedFile.of(parcel.content());
        String old = oldName(parcel);
        if (parcel.event() == EventType.DELETED) {
            // Without an old name an attempt may have written it whose end nobody noted.
            return store.remove(old == null ? file.name() : old, null);
        }
        Instant begun = clock.instant();
        DeliveryOutcome written =
                WRITTEN.equals(parcel.progress())
                        ? new DeliveryOutcome.Accepted()
                        : store.put(file.name(), file.bytes());
        if (!(written instanceof DeliveryOutcome.Accepted accepted)) {
            return written;
        }
        return old == null || old.equals(file.name())
                ? new DeliveryOutcome.Accepted(file.name(), accepted.heard())
                : withoutOld(old, file.name(), begun);
    }

    private DeliveryOutcome withoutOld(String old, String name, Instant begun) {
        if (Duration.between(begun, clock.instant()).compareTo(longest.dividedBy(2)) > 0) {
            return new DeliveryOutcome.Postponed(
                    "the file of its former name is still to be removed", SOON, WRITTEN);
        }
        DeliveryOutcome removed = store.remove(old, name);
        return removed instanceof DeliveryOutcome.Accepted accepted
                ? new DeliveryOutcome.Accepted(name, accepted.heard())
                : removed;
    }

    /** Null if there is none, or none that we have written. */
    private static @Nullable String oldName(Parcel parcel) {
        String old = parcel.remoteId();
        return old != null && FileNames.isName(old) ? old : null;
    }

    /** Writes a file and takes it away again. */
    DeliveryOutcome test() {
        DeliveryOutcome written = store.put(PROBE, NOTHING);
        return written instanceof DeliveryOutcome.Accepted ? store.remove(PROBE, null) : written;
    }
}
