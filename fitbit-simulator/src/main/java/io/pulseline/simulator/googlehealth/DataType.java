package io.pulseline.simulator.googlehealth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data types (fact sheet section 4.1) and what can be done with each. */
enum DataType {
    STEPS(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, true),
    DISTANCE(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, true),
    FLOORS(Kind.INTERVAL, "RUD", 90, Area.ACTIVITY, true),
    ALTITUDE(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, true),
    ACTIVE_ENERGY_BURNED(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, false),
    TOTAL_CALORIES(Kind.ROLL_UP_ONLY, "UD", 14, Area.ACTIVITY, false),
    BASAL_ENERGY_BURNED(Kind.INTERVAL, "LR", 90, Area.ACTIVITY, false),
    ACTIVE_MINUTES(Kind.INTERVAL, "LRUD", 14, Area.ACTIVITY, false),
    ACTIVE_ZONE_MINUTES(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, true),
    ACTIVITY_LEVEL(Kind.INTERVAL, "LR", 90, Area.ACTIVITY, true),
    SEDENTARY_PERIOD(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, true),
    TIME_IN_HEART_RATE_ZONE(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, true),
    CALORIES_IN_HEART_RATE_ZONE(Kind.ROLL_UP_ONLY, "UD", 14, Area.ACTIVITY, true),
    SWIM_LENGTHS_DATA(Kind.INTERVAL, "LRUD", 90, Area.ACTIVITY, false),
    EXERCISE(Kind.SESSION, "LRG", 90, Area.ACTIVITY, true),
    VO2_MAX(Kind.SAMPLE, "LR", 90, Area.ACTIVITY, false),
    RUN_VO2_MAX(Kind.SAMPLE, "LRUD", 90, Area.ACTIVITY, true),
    DAILY_VO2_MAX(Kind.DAILY, "LR", 90, Area.ACTIVITY, false),
    HEART_RATE(Kind.SAMPLE, "LRUD", 14, Area.HEALTH, true),
    DAILY_RESTING_HEART_RATE(Kind.DAILY, "LR", 90, Area.HEALTH, true),
    HEART_RATE_VARIABILITY(Kind.SAMPLE, "LR", 90, Area.HEALTH, true),
    DAILY_HEART_RATE_VARIABILITY(Kind.DAILY, "LR", 90, Area.HEALTH, true),
    DAILY_HEART_RATE_ZONES(Kind.DAILY, "LR", 90, Area.HEALTH, true),
    OXYGEN_SATURATION(Kind.SAMPLE, "LR", 90, Area.HEALTH, true),
    DAILY_OXYGEN_SATURATION(Kind.DAILY, "LR", 90, Area.HEALTH, true),
    DAILY_RESPIRATORY_RATE(Kind.DAILY, "LR", 90, Area.HEALTH, true),
    RESPIRATORY_RATE_SLEEP_SUMMARY(Kind.SAMPLE, "LR", 90, Area.HEALTH, true),
    DAILY_SLEEP_TEMPERATURE_DERIVATIONS(Kind.DAILY, "LR", 90, Area.HEALTH, true),
    CORE_BODY_TEMPERATURE(Kind.SAMPLE, "LRGUD", 90, Area.HEALTH, false),
    WEIGHT(Kind.SAMPLE, "LRGUD", 90, Area.HEALTH, true),
    BODY_FAT(Kind.SAMPLE, "LRGUD", 90, Area.HEALTH, true),
    HEIGHT(Kind.SAMPLE, "LRG", 90, Area.HEALTH, true),
    SLEEP(Kind.SESSION, "LRG", 90, Area.SLEEP, true);

    private final Kind kind;
    private final String actions;
    private final int rollUpDays;
    private final Area area;
    private final boolean isNotified;

    DataType(Kind kind, String actions, int rollUpDays, Area area, boolean isNotified) {
        this.kind = kind;
        this.actions = actions;
        this.rollUpDays = rollUpDays;
        this.area = area;
        this.isNotified = isNotified;
    }

    /** What carries the time of a point. */
    enum Kind {
        INTERVAL,
        SAMPLE,
        DAILY,
        SESSION,
        ROLL_UP_ONLY
    }

    /** The scopes that cover it. */
    enum Area {
        ACTIVITY(
                HealthScope.ACTIVITY_AND_FITNESS_READONLY,
                HealthScope.ACTIVITY_AND_FITNESS_WRITEONLY),
        HEALTH(
                HealthScope.HEALTH_METRICS_AND_MEASUREMENTS_READONLY,
                HealthScope.HEALTH_METRICS_AND_MEASUREMENTS_WRITEONLY),
        SLEEP(HealthScope.SLEEP_READONLY, HealthScope.SLEEP_WRITEONLY);

        private final HealthScope read;
        private final HealthScope write;

        Area(HealthScope read, HealthScope write) {
            this.read = read;
            this.write = write;
        }
    }

    /** What can be asked of a type, with its name in error messages. */
    enum Action {
        LIST('L', "List", "list"),
        RECONCILE('R', "Reconcile", "reconcile"),
        ROLL_UP('U', "Rollup", "rollup"),
        DAILY_ROLL_UP('D', "DailyRollup", "dailyRollup"),
        GET('G', "Get", "get");

        private final char letter;
        private final String title;
        private final String word;

        Action(char letter, String title, String word) {
            this.letter = letter;
            this.title = title;
            this.word = word;
        }
    }

    /** The type of that kebab-case id; empty when there is none. */
    static Optional<DataType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }

    /** Kebab-case, as in addresses and notifications. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Snake_case, as in filters. */
    String filterName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** CamelCase, as in documents. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (String word : id().split("-", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    Kind kind() {
        return kind;
    }

    /** The longest range of a rollup. */
    int rollUpDays() {
        return rollUpDays;
    }

    /** Whether subscribers may ask for it. */
    boolean isNotified() {
        return isNotified;
    }

    HealthScope readScope() {
        return area.read;
    }

    HealthScope writeScope() {
        return area.write;
    }

    boolean can(Action action) {
        return actions.indexOf(action.letter) >= 0;
    }

    /** What the service says when it cannot. */
    String cannot(Action action) {
        return "%s is not supported for data type %s, but the following actions are supported: %s"
                .formatted(
                        action.title,
                        id(),
                        Arrays.stream(Action.values())
                                .filter(this::can)
                                .map(one -> one.word)
                                .collect(Collectors.joining(", ")));
    }

    /** Points of one page when nothing is asked for, and at most. */
    int usualPageSize() {
        return kind == Kind.SESSION ? 25 : 1440;
    }

    int largestPageSize() {
        return kind == Kind.SESSION ? 25 : 10_000;
    }
}
