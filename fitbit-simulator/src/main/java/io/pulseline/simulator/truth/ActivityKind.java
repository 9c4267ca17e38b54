package io.pulseline.simulator.truth;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person may do, and how hard and how fast that is. */
public enum ActivityKind {
    RUN("Run", 2.9, 166, 0.70, 9.8),
    WALK("Walk", 1.4, 112, 0.36, 3.8),
    BIKE("Bike", 5.8, 0, 0.62, 7.5),
    OUTDOOR_BIKE("Outdoor Bike", 5.2, 0, 0.55, 6.8),
    TREADMILL("Treadmill", 2.7, 164, 0.67, 9.0),
    ELLIPTICAL("Elliptical", 0, 128, 0.60, 5.0),
    SWIM("Swim", 0.8, 0, 0.58, 6.0),
    SPINNING("Spinning", 0, 0, 0.70, 8.5),
    WEIGHTS("Weights", 0, 14, 0.42, 4.5),
    CIRCUIT_TRAINING("Circuit Training", 0, 40, 0.62, 6.5),
    WORKOUT("Workout", 0, 45, 0.55, 5.5),
    AEROBIC_WORKOUT("Aerobic Workout", 0, 88, 0.58, 6.0),
    SPORT("Sport", 0, 70, 0.60, 6.5),
    YOGA("Yoga", 0, 4, 0.18, 2.6);

    private final String title;
    private final double metresPerSecond;
    private final int stepsPerMinute;
    private final double effort;
    private final double metabolicEquivalent;

    ActivityKind(
            String title,
            double metresPerSecond,
            int stepsPerMinute,
            double effort,
            double metabolicEquivalent) {
        this.title = title;
        this.metresPerSecond = metresPerSecond;
        this.stepsPerMinute = stepsPerMinute;
        this.effort = effort;
        this.metabolicEquivalent = metabolicEquivalent;
    }

    /** The name people give it. */
    public String title() {
        return title;
    }

    /** Mean speed in metres per second; 0 when it does not go anywhere. */
    public double metresPerSecond() {
        return metresPerSecond;
    }

    public boolean goesSomewhere() {
        return metresPerSecond > 0;
    }

    /** Steps in a minute; 0 when steps make no sense. */
    public int stepsPerMinute() {
        return stepsPerMinute;
    }

    /** Share of the heart rate reserve that it takes once warm, 0 to 1. */
    public double effort() {
        return effort;
    }

    /** Energy in MET, 1 is rest. */
    public double metabolicEquivalent() {
        return metabolicEquivalent;
    }

    /**
     * The kind of that title, in any case.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static ActivityKind titled(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equalsIgnoreCase(title.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(title)));
    }

    private static String unknown(String title) {
        return "type \"%s\" is not known to the simulator; it knows %s"
                .formatted(
                        title.toLowerCase(Locale.ROOT),
                        Arrays.stream(values())
                                .map(ActivityKind::title)
                                .collect(Collectors.joining(", ")));
    }
}
