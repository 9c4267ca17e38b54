package io.pulseline.pipeline.booster.heart;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import java.util.Optional;

/** Settings about the body of the user: of one name and one range wherever they stand. */
public final class BodySettings {
    /** Beats per minute; what is lower is no resting heart rate. */
    public static final int LEAST_RESTING = 25;

    /** Beats per minute; what is higher is no resting heart rate. */
    public static final int MOST_RESTING = 120;

    public static final Setting<Integer> MAXIMUM =
            Setting.wholeNumber("maximumBeatsPerMinute", 100, 250)
                    .title("Maximum heart rate")
                    .describedAs("The highest heart rate you can reach, in beats per minute.");

    public static final Setting<Integer> RESTING =
            Setting.wholeNumber("restingBeatsPerMinute", LEAST_RESTING, MOST_RESTING)
                    .title("Resting heart rate")
                    .describedAs("Your heart rate at complete rest, in beats per minute.");

    /** For boosters that can take it from the user's own data. */
    public static final Setting<Optional<Integer>> OWN_MAXIMUM =
            MAXIMUM.describedAs(
                            "The highest heart rate you can reach, in beats per minute. Not set,"
                                    + " it is the highest that a workout of the last 365 days held"
                                    + " for more than a minute in sum, if that is 140 or more.")
                    .optional();

    /** For boosters that can take it from the user's own data. */
    public static final Setting<Optional<Integer>> OWN_RESTING =
            RESTING.describedAs(
                            "Your heart rate at complete rest, in beats per minute. Not set, it is"
                                    + " the median of your last 28 days, of which 3 must be known.")
                    .optional();

    public static final Setting<Sex> SEX =
            Setting.choice("sex", Sex.class).describedAs("Which coefficients the formula takes.");

    public static final Setting<Double> WEIGHT =
            Setting.number("weightKilograms", 20, 300).title("Weight").describedAs("In kilograms.");

    public static final Setting<Integer> AGE =
            Setting.wholeNumber("ageYears", 10, 110).title("Age").describedAs("In years.");

    private BodySettings() {}

    /** Notes in the form where rest is not below the maximum. */
    public static void checkReserve(
            int restingBeatsPerMinute, int maximumBeatsPerMinute, Form form) {
        if (restingBeatsPerMinute >= maximumBeatsPerMinute) {
            form.complain(RESTING.name(), "must be less than " + MAXIMUM.name());
        }
    }

    /** The same where both are set. */
    public static void checkReserve(
            Optional<Integer> restingBeatsPerMinute,
            Optional<Integer> maximumBeatsPerMinute,
            Form form) {
        restingBeatsPerMinute.ifPresent(resting ->
                maximumBeatsPerMinute.ifPresent(maximum -> checkReserve(resting, maximum, form)));
    }
}
