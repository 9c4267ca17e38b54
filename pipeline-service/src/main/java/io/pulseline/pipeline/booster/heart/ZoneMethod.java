package io.pulseline.pipeline.booster.heart;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the limits of the heart-rate zones come from. */
public sealed interface ZoneMethod {

    /** How long the heart was in each zone, or the reason why that cannot be said. */
    sealed interface Answer {
        /** Lowest zone first; their sum is above zero. */
        record Times(List<ZoneTime> zones) implements Answer {}

        /** A sentence for people. */
        record Unknown(String reason) implements Answer {}

        private static Answer of(List<ZoneTime> zones) {
            return zones.isEmpty() ? new Unknown("no heart rate") : new Times(zones);
        }
    }

    Answer count(Activity activity);

    /**
     * The source's own zones: counted from the series where there is one and every zone has a
     * limit, else the source's own minutes.
     */
    record OfSource() implements ZoneMethod {
        @Override
        public Answer count(Activity activity) {
            HeldHeartRate heartRate = HeldHeartRate.of(activity);
            List<HeartRateZone> given = activity.getHeartRateZones();
            if (given == null || given.isEmpty()) {
                return new Answer.Unknown(
                        heartRate.isEmpty() ? "no heart rate" : "the source gave no zones");
            }
            List<Zone> zones = new ArrayList<>();
            for (HeartRateZone zone : given) {
                Integer lower = zone.getLowerBeatsPerMinute();
                if (lower != null) {
                    zones.add(new Zone(zones.size() + 1, zone.getName(), lower));
                }
            }
            List<ZoneTime> times =
                    zones.size() == given.size() ? ZoneSeconds.of(heartRate, zones) : List.of();
            return Answer.of(times.isEmpty() ? ZoneSeconds.ofSource(given) : times);
        }
    }

    /**
     * Zones that do not depend on the activity.
     *
     * @param zones lowest first, at least one
     */
    record Fixed(List<Zone> zones) implements ZoneMethod {
        private static final List<String> NAMES =
                List.of("Below", "Very light", "Light", "Moderate", "Hard", "Maximum");
        private static final int FIRST_PERCENT = 50;
        private static final int PERCENT_PER_ZONE = 10;

        public Fixed {
            zones = List.copyOf(zones);
        }

        /**
         * Five zones from 50 %, each a tenth of the reserve wide and counted from the resting heart
         * rate (Karvonen, Kentala, Mustala, Ann Med Exp Biol Fenn 35, 1957), and what is below.
         *
         * @param restingBeatsPerMinute below the maximum; 0 for tenths of the maximum (S. Edwards,
         *     The Heart Rate Monitor Book, 1993)
         */
        public static Fixed ofReserve(int restingBeatsPerMinute, int maximumBeatsPerMinute) {
            int reserve = maximumBeatsPerMinute - restingBeatsPerMinute;
            List<Zone> zones = new ArrayList<>();
            zones.add(new Zone(0, NAMES.getFirst(), 0));
            for (int number = 1; number < NAMES.size(); number++) {
                int percent = FIRST_PERCENT + (number - 1) * PERCENT_PER_ZONE;
                // Whole numbers up to the last step: 70 % of 190 is 133 exactly.
                double from = restingBeatsPerMinute + percent * reserve / 100.0;
                zones.add(new Zone(number, NAMES.get(number), from));
            }
            return new Fixed(zones);
        }

        /**
         * A user's own, and what is below.
         *
         * @param limitsBeatsPerMinute rising
         * @param names of the same size; a zone without one is called by its number
         */
        public static Fixed ofLimits(
                List<Integer> limitsBeatsPerMinute, List<Optional<String>> names) {
            List<Zone> zones = new ArrayList<>();
            zones.add(new Zone(0, NAMES.getFirst(), 0));
            for (int limit = 0; limit < limitsBeatsPerMinute.size(); limit++) {
                int number = limit + 1;
                String name = names.get(limit).orElse("Zone " + number);
                zones.add(new Zone(number, name, limitsBeatsPerMinute.get(limit)));
            }
            return new Fixed(zones);
        }

        @Override
        public Answer count(Activity activity) {
            return Answer.of(ZoneSeconds.of(HeldHeartRate.of(activity), zones));
        }
    }
}
