package io.pulseline.pipeline.booster.heart;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;

/** Settings about the body of the user: of one name and one range wherever they stand. */
public final class BodySettings {
    public static final Setting<Integer> MAXIMUM =
            Setting.wholeNumber("maximumBeatsPerMinute", 100, 250)
                    .title("Maximum heart rate")
                    .describedAs("The highest heart rate you can reach, in beats per minute.");

    public static final Setting<Integer> RESTING =
            Setting.wholeNumber("restingBeatsPerMinute", 25, 120)
                    .title("Resting heart rate")
                    .describedAs("Your heart rate at complete rest, in beats per minute.");

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
}
