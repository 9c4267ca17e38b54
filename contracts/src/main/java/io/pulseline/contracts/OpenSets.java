package io.pulseline.contracts;

import java.util.List;

/**
 * Words that fields of open sets use today. Readers pass unknown ones through: a later version or
 * another producer may use more.
 */
public final class OpenSets {
    private OpenSets() {}

    /** Upstream APIs. */
    public static final class Provider {
        public static final String FITBIT = "FITBIT";
        public static final String GOOGLE_HEALTH = "GOOGLE_HEALTH";

        private Provider() {}
    }

    /** States of a connection. */
    public static final class ConnectionState {
        public static final String CONNECTED = "CONNECTED";
        public static final String NEEDS_REAUTHORIZATION = "NEEDS_REAUTHORIZATION";
        public static final String REVOKED = "REVOKED";
        public static final String DISCONNECTED = "DISCONNECTED";

        private ConnectionState() {}
    }

    /** How a payload came to be read. */
    public static final class Acquisition {
        public static final String LIVE = "LIVE";
        public static final String LATE = "LATE";
        public static final String BACKFILL = "BACKFILL";
        public static final String REPLAY = "REPLAY";

        private Acquisition() {}
    }

    /** Whether all that the provider promised is there. */
    public static final class Completeness {
        public static final String COMPLETE = "COMPLETE";
        public static final String PARTIAL = "PARTIAL";

        private Completeness() {}
    }

    /** Kinds of payloads and of the parts in them. */
    public static final class PayloadKind {
        public static final String ACTIVITY = "activity";
        public static final String PART_LOG = "log";
        public static final String PART_HEART_RATE = "heart-rate";
        public static final String PART_TCX = "tcx";
        public static final String PART_VANISHED = "VANISHED";

        private PayloadKind() {}
    }

    /** How a record was made. */
    public static final class RecordingMethod {
        public static final String SENSED = "SENSED";
        public static final String MANUAL = "MANUAL";
        public static final String DERIVED = "DERIVED";

        private RecordingMethod() {}
    }

    /** Record types, as they stand in ids, runs and event types. */
    public static final class RecordType {
        public static final String ACTIVITY = "activity";

        private RecordType() {}
    }

    /**
     * Activity types; what fits none of them is {@code OTHER} with the provider's name beside it.
     */
    public static final class ActivityType {
        public static final String RUN = "RUN";
        public static final String TREADMILL_RUN = "TREADMILL_RUN";
        public static final String WALK = "WALK";
        public static final String HIKE = "HIKE";
        public static final String RIDE = "RIDE";
        public static final String INDOOR_RIDE = "INDOOR_RIDE";
        public static final String VIRTUAL_RIDE = "VIRTUAL_RIDE";
        public static final String SWIM = "SWIM";
        public static final String ELLIPTICAL = "ELLIPTICAL";
        public static final String ROWING = "ROWING";
        public static final String STRENGTH = "STRENGTH";
        public static final String INTERVAL_TRAINING = "INTERVAL_TRAINING";
        public static final String CIRCUIT_TRAINING = "CIRCUIT_TRAINING";
        public static final String YOGA = "YOGA";
        public static final String PILATES = "PILATES";
        public static final String AEROBICS = "AEROBICS";
        public static final String SPORT = "SPORT";
        public static final String WORKOUT = "WORKOUT";
        public static final String OTHER = "OTHER";

        private ActivityType() {}

        /** All of them, for documentation and validation of what users choose. */
        public static List<String> all() {
            return List.of(
                    RUN,
                    TREADMILL_RUN,
                    WALK,
                    HIKE,
                    RIDE,
                    INDOOR_RIDE,
                    VIRTUAL_RIDE,
                    SWIM,
                    ELLIPTICAL,
                    ROWING,
                    STRENGTH,
                    INTERVAL_TRAINING,
                    CIRCUIT_TRAINING,
                    YOGA,
                    PILATES,
                    AEROBICS,
                    SPORT,
                    WORKOUT,
                    OTHER);
        }
    }
}
