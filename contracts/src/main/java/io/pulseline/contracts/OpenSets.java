package io.pulseline.contracts;

import java.util.List;

/**
 * Words that fields of open sets use today. Readers pass unknown ones through: a later version or
 * another producer may use more.
 */
public final class OpenSets {
    private OpenSets() {}

    /** Where records come from. */
    public static final class Provider {
        public static final String FITBIT = "FITBIT";
        public static final String GOOGLE_HEALTH = "GOOGLE_HEALTH";

        /** A file, or our JSON, that the user sent themselves. */
        public static final String FILE = "FILE";

        private Provider() {}

        /** All of them, for documentation and validation of what users choose. */
        public static List<String> all() {
            return List.of(FITBIT, GOOGLE_HEALTH, FILE);
        }
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

    /** Kinds of payloads: what is due for a connection, one after the other. */
    public static final class PayloadKind {
        public static final String ACTIVITY = "activity";
        public static final String HEART_RATE = "heart-rate";
        public static final String HEART_RATE_VARIABILITY = "heart-rate-variability";
        public static final String STEPS = "steps";
        public static final String RESPIRATORY_RATE = "respiratory-rate";
        public static final String OXYGEN_SATURATION = "oxygen-saturation";
        public static final String SLEEP = "sleep";
        public static final String DAILY_SUMMARY = "daily-summary";

        private PayloadKind() {}

        /** All of them. */
        public static List<String> all() {
            return List.of(
                    ACTIVITY,
                    HEART_RATE,
                    HEART_RATE_VARIABILITY,
                    STEPS,
                    RESPIRATORY_RATE,
                    OXYGEN_SATURATION,
                    SLEEP,
                    DAILY_SUMMARY);
        }
    }

    /**
     * Kinds of the parts in a payload. A part of a dated kind is the provider's answer for that
     * date: the whole answer where the question named the date, else its entry of the date, byte
     * for byte as it stands in the answer.
     *
     * <p>Parts of {@code GOOGLE_HEALTH} are called by Google's data type, as its paths spell it. An
     * exercise or sleep is one data point; everything else is whole answers, one part for each
     * page. They may tell of more dates than the payload's.
     */
    public static final class PartKind {
        /** An entry of the activity or sleep log. */
        public static final String LOG = "log";

        /** Heart rate by the second or minute. */
        public static final String HEART_RATE = "heart-rate";

        public static final String TCX = "tcx";

        /** Steps by the minute. */
        public static final String STEPS = "steps";

        public static final String HRV_SUMMARY = "hrv-summary";
        public static final String HRV_INTRADAY = "hrv-intraday";
        public static final String BREATHING_RATE_SUMMARY = "breathing-rate-summary";

        /** Breathing rate by sleep stage. */
        public static final String BREATHING_RATE_STAGES = "breathing-rate-stages";

        public static final String SPO2_SUMMARY = "spo2-summary";
        public static final String SPO2_INTRADAY = "spo2-intraday";
        public static final String ACTIVITY_SUMMARY = "activity-summary";

        /** Resting heart rate and zones of a date. */
        public static final String HEART_RATE_DAILY = "heart-rate-daily";

        public static final String ACTIVE_ZONE_MINUTES = "active-zone-minutes";
        public static final String CARDIO_FITNESS = "cardio-fitness";
        public static final String SKIN_TEMPERATURE = "skin-temperature";

        /** One weight log; a date may have several. */
        public static final String WEIGHT = "weight";

        /** One exercise of Google Health. */
        public static final String EXERCISE = "exercise";

        /** One sleep of Google Health. */
        public static final String SLEEP = "sleep";

        public static final String HEART_RATE_VARIABILITY = "heart-rate-variability";
        public static final String DAILY_HEART_RATE_VARIABILITY = "daily-heart-rate-variability";
        public static final String DAILY_RESPIRATORY_RATE = "daily-respiratory-rate";

        /** Breathing rate by sleep stage. */
        public static final String RESPIRATORY_RATE_SLEEP_SUMMARY =
                "respiratory-rate-sleep-summary";

        public static final String OXYGEN_SATURATION = "oxygen-saturation";
        public static final String DAILY_OXYGEN_SATURATION = "daily-oxygen-saturation";
        public static final String DAILY_RESTING_HEART_RATE = "daily-resting-heart-rate";

        /** Limits of the heart-rate zones of a date. */
        public static final String DAILY_HEART_RATE_ZONES = "daily-heart-rate-zones";

        public static final String TIME_IN_HEART_RATE_ZONE = "time-in-heart-rate-zone";
        public static final String DAILY_VO2_MAX = "daily-vo2-max";
        public static final String DAILY_SLEEP_TEMPERATURE_DERIVATIONS =
                "daily-sleep-temperature-derivations";
        public static final String DISTANCE = "distance";
        public static final String FLOORS = "floors";

        /** Metres climbed. */
        public static final String ALTITUDE = "altitude";

        /** Basal energy included. */
        public static final String TOTAL_CALORIES = "total-calories";

        public static final String ACTIVE_MINUTES = "active-minutes";
        public static final String SEDENTARY_PERIOD = "sedentary-period";

        /** The provider no longer has the thing. */
        public static final String VANISHED = "VANISHED";

        private PartKind() {}
    }

    /** How a record was made. */
    public static final class RecordingMethod {
        public static final String SENSED = "SENSED";
        public static final String MANUAL = "MANUAL";
        public static final String DERIVED = "DERIVED";

        private RecordingMethod() {}

        /** All of them, for documentation and validation of what users choose. */
        public static List<String> all() {
            return List.of(SENSED, MANUAL, DERIVED);
        }
    }

    /** Record types, as they stand in ids, runs and event types. */
    public static final class RecordType {
        public static final String ACTIVITY = "activity";
        public static final String HEART_RATE = "heart-rate";
        public static final String HEART_RATE_VARIABILITY = "heart-rate-variability";
        public static final String STEPS = "steps";
        public static final String RESPIRATORY_RATE = "respiratory-rate";
        public static final String OXYGEN_SATURATION = "oxygen-saturation";
        public static final String SLEEP = "sleep";
        public static final String DAILY_SUMMARY = "daily-summary";

        private RecordType() {}

        /** All but activities, for documentation and validation of what users choose. */
        public static List<String> metrics() {
            return List.of(
                    HEART_RATE,
                    HEART_RATE_VARIABILITY,
                    STEPS,
                    RESPIRATORY_RATE,
                    OXYGEN_SATURATION,
                    SLEEP,
                    DAILY_SUMMARY);
        }
    }

    /** Stages of sleep, of both scorings. */
    public static final class SleepStage {
        public static final String WAKE = "WAKE";
        public static final String LIGHT = "LIGHT";
        public static final String DEEP = "DEEP";
        public static final String REM = "REM";
        public static final String ASLEEP = "ASLEEP";
        public static final String RESTLESS = "RESTLESS";
        public static final String AWAKE = "AWAKE";

        private SleepStage() {}
    }

    /** How a sleep was scored. */
    public static final class SleepScoring {
        public static final String STAGES = "STAGES";
        public static final String CLASSIC = "CLASSIC";

        private SleepScoring() {}
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
