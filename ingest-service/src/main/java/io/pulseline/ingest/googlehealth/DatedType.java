package io.pulseline.ingest.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.sync.DatedPart;
import io.pulseline.ingest.sync.DatedPart.Trait;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of Google's data types that are kept by local date.
 *
 * @param payloadKind kind of the bundle it is a part of
 * @param asked how
 */
record DatedType(String payloadKind, DatedPart part, Asked asked) {
    /** How a type is asked for. */
    enum Asked {
        /** One value a date, each source's. */
        LISTED,
        /** One value a date, of all sources together: this type knows no list. */
        RECONCILED,
        /** Samples, each of the date that clocks showed where it was taken. */
        SAMPLED,
        /** The samples of one night, whole: which sleep they belong to shows in all of them. */
        NIGHT,
        /** Sums of each date. */
        ROLLED_UP
    }

    /** Google allows 90 days and more here; no question of ours needs it. */
    private static final int MONTH = 30;

    /** Google says 14 and 90 days; 14 with both ends was met as the most for every type. */
    private static final int ROLL_UP_DAYS = 13;

    /** All of them; a part that others are details of stands before these. */
    static final List<DatedType> ALL =
            Stream.of(
                            nights(
                                    PayloadKind.HEART_RATE_VARIABILITY,
                                    PartKind.DAILY_HEART_RATE_VARIABILITY,
                                    PartKind.HEART_RATE_VARIABILITY),
                            nights(
                                    PayloadKind.OXYGEN_SATURATION,
                                    PartKind.DAILY_OXYGEN_SATURATION,
                                    PartKind.OXYGEN_SATURATION),
                            List.of(
                                    new DatedType(
                                            PayloadKind.RESPIRATORY_RATE,
                                            health(PartKind.DAILY_RESPIRATORY_RATE),
                                            Asked.LISTED),
                                    new DatedType(
                                            PayloadKind.RESPIRATORY_RATE,
                                            DatedPart.detail(
                                                    PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY,
                                                    MONTH,
                                                    GoogleScopes.HEALTH,
                                                    PartKind.DAILY_RESPIRATORY_RATE),
                                            Asked.SAMPLED)),
                            days())
                    .flatMap(List::stream)
                    .toList();

    private static List<DatedType> nights(String payloadKind, String daily, String samples) {
        return List.of(
                new DatedType(payloadKind, health(daily), Asked.LISTED),
                new DatedType(
                        payloadKind,
                        DatedPart.detail(samples, 1, GoogleScopes.HEALTH, daily),
                        Asked.NIGHT));
    }

    private static DatedPart health(String type, Trait... traits) {
        return DatedPart.of(type, MONTH, GoogleScopes.HEALTH, traits);
    }

    private static List<DatedType> days() {
        return List.of(
                day(
                        health(PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS, Trait.OF_NIGHT),
                        Asked.LISTED),
                day(health(PartKind.DAILY_RESTING_HEART_RATE), Asked.LISTED),
                day(health(PartKind.DAILY_HEART_RATE_ZONES), Asked.RECONCILED),
                day(
                        DatedPart.of(
                                PartKind.DAILY_VO2_MAX,
                                MONTH,
                                GoogleScopes.ACTIVITY,
                                Trait.TRAILING_ONLY),
                        Asked.LISTED),
                day(health(PartKind.WEIGHT, Trait.TRAILING_ONLY), Asked.SAMPLED),
                sum(PartKind.STEPS, Trait.TELLS_STEPS),
                sum(PartKind.DISTANCE),
                sum(PartKind.FLOORS),
                sum(PartKind.ALTITUDE),
                sum(PartKind.TOTAL_CALORIES),
                sum(PartKind.ACTIVE_MINUTES),
                sum(PartKind.SEDENTARY_PERIOD),
                sum(PartKind.ACTIVE_ZONE_MINUTES),
                sum(PartKind.TIME_IN_HEART_RATE_ZONE, Trait.TELLS_HEART_RATE));
    }

    private static DatedType day(DatedPart part, Asked asked) {
        return new DatedType(PayloadKind.DAILY_SUMMARY, part, asked);
    }

    private static DatedType sum(String type, Trait... traits) {
        return day(
                DatedPart.of(type, ROLL_UP_DAYS, GoogleScopes.ACTIVITY, traits), Asked.ROLLED_UP);
    }

    static DatedType of(String partKind) {
        return ALL.stream()
                .filter(type -> type.part().kind().equals(partKind))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no part by date is named " + partKind));
    }

    /** Google's data type, which is the kind of the part too. */
    String type() {
        return part.kind();
    }
}
