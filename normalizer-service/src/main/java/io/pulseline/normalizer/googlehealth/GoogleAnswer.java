package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import java.util.Arrays;
import java.util.stream.Stream;

/** Google's answers that we read: of which data type, asked how, and for which kind of payload. */
enum GoogleAnswer {
    EXERCISE(PayloadKind.ACTIVITY, PartKind.EXERCISE, Form.THINGS),
    HEART_RATE(PayloadKind.HEART_RATE, PartKind.HEART_RATE, Form.SAMPLES),
    STEPS(PayloadKind.STEPS, PartKind.STEPS, Form.INTERVALS),
    SLEEP(PayloadKind.SLEEP, PartKind.SLEEP, Form.THINGS),
    HRV(PayloadKind.HEART_RATE_VARIABILITY, PartKind.HEART_RATE_VARIABILITY, Form.NIGHTS),
    DAILY_HRV(
            PayloadKind.HEART_RATE_VARIABILITY, PartKind.DAILY_HEART_RATE_VARIABILITY, Form.DAILY),
    RESPIRATORY_RATE_SLEEP_SUMMARY(
            PayloadKind.RESPIRATORY_RATE,
            PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY,
            Form.DATED_SAMPLES),
    DAILY_RESPIRATORY_RATE(
            PayloadKind.RESPIRATORY_RATE, PartKind.DAILY_RESPIRATORY_RATE, Form.DAILY),
    OXYGEN_SATURATION(PayloadKind.OXYGEN_SATURATION, PartKind.OXYGEN_SATURATION, Form.NIGHTS),
    DAILY_OXYGEN_SATURATION(
            PayloadKind.OXYGEN_SATURATION, PartKind.DAILY_OXYGEN_SATURATION, Form.DAILY),
    DAILY_RESTING_HEART_RATE(
            PayloadKind.DAILY_SUMMARY, PartKind.DAILY_RESTING_HEART_RATE, Form.DAILY),
    DAILY_HEART_RATE_ZONES(PayloadKind.DAILY_SUMMARY, PartKind.DAILY_HEART_RATE_ZONES, Form.DAILY),
    DAILY_VO2_MAX(PayloadKind.DAILY_SUMMARY, PartKind.DAILY_VO2_MAX, Form.DAILY),
    DAILY_SLEEP_TEMPERATURE_DERIVATIONS(
            PayloadKind.DAILY_SUMMARY, PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS, Form.DAILY),
    WEIGHT(PayloadKind.DAILY_SUMMARY, PartKind.WEIGHT, Form.DATED_SAMPLES),
    STEPS_SUM(PayloadKind.DAILY_SUMMARY, PartKind.STEPS, Form.ROLLUP),
    DISTANCE(PayloadKind.DAILY_SUMMARY, PartKind.DISTANCE, Form.ROLLUP),
    FLOORS(PayloadKind.DAILY_SUMMARY, PartKind.FLOORS, Form.ROLLUP),
    ALTITUDE(PayloadKind.DAILY_SUMMARY, PartKind.ALTITUDE, Form.ROLLUP),
    TOTAL_CALORIES(PayloadKind.DAILY_SUMMARY, PartKind.TOTAL_CALORIES, Form.ROLLUP),
    ACTIVE_MINUTES(PayloadKind.DAILY_SUMMARY, PartKind.ACTIVE_MINUTES, Form.ROLLUP),
    SEDENTARY_PERIOD(PayloadKind.DAILY_SUMMARY, PartKind.SEDENTARY_PERIOD, Form.ROLLUP),
    ACTIVE_ZONE_MINUTES(PayloadKind.DAILY_SUMMARY, PartKind.ACTIVE_ZONE_MINUTES, Form.ROLLUP),
    TIME_IN_HEART_RATE_ZONE(
            PayloadKind.DAILY_SUMMARY, PartKind.TIME_IN_HEART_RATE_ZONE, Form.ROLLUP);

    private final String kind;
    private final String type;
    private final Form form;

    GoogleAnswer(String kind, String type, Form form) {
        this.kind = kind;
        this.type = type;
        this.form = form;
    }

    /** How its points are told apart. */
    enum Form {
        /** By Google's id. */
        THINGS,
        /** By their instant, each for itself. */
        SAMPLES,
        /** By the instant at which they begin. */
        INTERVALS,
        /** By the end of the sleep in which they were taken. */
        NIGHTS,
        /** By the date that clocks showed where they were taken. */
        DATED_SAMPLES,
        /** By the date that they tell. */
        DAILY,
        /** By the date on which their window begins. */
        ROLLUP
    }

    /** Those that payloads of a kind are made of. */
    static Stream<GoogleAnswer> of(String kind) {
        return Arrays.stream(values()).filter(answer -> answer.kind.equals(kind));
    }

    /** Kind of payload that it becomes. */
    String kind() {
        return kind;
    }

    /** Google's data type, which is the kind of the part too. */
    String type() {
        return type;
    }

    Form form() {
        return form;
    }

    /** Member of the answer that holds the points. */
    String member() {
        return form == Form.ROLLUP ? "rollupDataPoints" : "dataPoints";
    }

    /** Method and path of the request; reconcile instead of list gives the same points. */
    String endpoint() {
        return form == Form.ROLLUP ? "POST " + path() + ":dailyRollUp" : "GET " + path();
    }

    String path() {
        return "/v4/users/me/dataTypes/" + type + "/dataPoints";
    }
}
