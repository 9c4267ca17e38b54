package io.pulseline.pipeline.booster.past;

import java.time.Instant;
import java.time.LocalDate;

/** Something a booster wants to know of the user's kept records. Equal ones are looked up once. */
public sealed interface Lookup {

    /**
     * Heart rate as the user's devices measured it day and night, whatever else they did.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record HeartRate(Instant from, Instant to) implements Lookup {
        public HeartRate {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("it ends before it begins");
            }
        }
    }

    /**
     * Activities in figures, without the one at hand.
     *
     * @param from of their start, inclusive
     * @param before of their start, exclusive
     */
    record Activities(Instant from, Instant before) implements Lookup {
        public Activities {
            if (from.isAfter(before)) {
                throw new IllegalArgumentException("it ends before it begins");
            }
        }
    }

    /**
     * What was measured of whole days and their nights.
     *
     * @param first local date of the user, inclusive
     * @param last inclusive
     */
    record Days(LocalDate first, LocalDate last) implements Lookup {
        public Days {
            if (first.isAfter(last)) {
                throw new IllegalArgumentException("it ends before it begins");
            }
        }
    }
}
