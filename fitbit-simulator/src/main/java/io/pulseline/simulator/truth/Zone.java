package io.pulseline.simulator.truth;

/** The four bands of effort, from easy to hard, as a share of the maximum heart rate. */
public enum Zone {
    OUT_OF_RANGE(0, 0, 0.50, 0),
    FAT_BURN(1, 0.50, 0.70, 1),
    CARDIO(2, 0.70, 0.85, 2),
    PEAK(3, 0.85, 1, 2);

    private final int level;
    private final double fromShare;
    private final double toShare;
    private final int minuteWeight;

    Zone(int level, double fromShare, double toShare, int minuteWeight) {
        this.level = level;
        this.fromShare = fromShare;
        this.toShare = toShare;
        this.minuteWeight = minuteWeight;
    }

    /** 0 for the easiest zone to 3 for the hardest. */
    public int level() {
        return level;
    }

    /** The lowest heart rate of the zone in beats per minute; 30 for the lowest zone. */
    public int from(int maximumHeartRate) {
        return this == OUT_OF_RANGE ? 30 : (int) Math.round(maximumHeartRate * fromShare);
    }

    /** The first heart rate above the zone in beats per minute; 220 for the highest zone. */
    public int to(int maximumHeartRate) {
        return this == PEAK ? 220 : (int) Math.round(maximumHeartRate * toShare);
    }

    /** How much a minute counts: 0, 1 or 2. */
    public int minuteWeight() {
        return minuteWeight;
    }

    /** The zone a heart rate falls in; a border belongs to the higher zone. */
    public static Zone of(double beatsPerMinute, int maximumHeartRate) {
        Zone found = OUT_OF_RANGE;
        for (Zone zone : values()) {
            if (beatsPerMinute >= zone.from(maximumHeartRate)) {
                found = zone;
            }
        }
        return found;
    }
}
