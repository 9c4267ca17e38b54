package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.Zone;

/** Google's names of the four zones; active zone minutes still use Fitbit's. */
final class ZoneWords {
    private ZoneWords() {}

    static String of(Zone zone) {
        return switch (zone) {
            case OUT_OF_RANGE -> "LIGHT";
            case FAT_BURN -> "MODERATE";
            case CARDIO -> "VIGOROUS";
            case PEAK -> "PEAK";
        };
    }
}
