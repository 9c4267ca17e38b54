package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Texts;
import java.time.LocalDate;

/** Why there is no measurement: everything that a page says of it comes from here. */
interface Reasons {
    /** Of whole dates, in words. */
    String of(Missing missing);

    /** Of a time within a date of which something came; {@code told} if the source told of it. */
    String within(LocalDate date, boolean told);

    /** From nothing but the records themselves. */
    static Reasons ofRecords(LocalDate today) {
        return new Reasons() {
            @Override
            public String of(Missing missing) {
                if (missing.came()) {
                    return Texts.say("health_why_without");
                }
                if (missing.last().equals(today) && missing.isOneDay()) {
                    return Texts.say("health_why_today");
                }
                return Texts.say(missing.isOneDay() ? "health_why_day" : "health_why_days");
            }

            @Override
            public String within(LocalDate date, boolean told) {
                return Texts.say(told ? "health_why_notWorn" : "health_why_time");
            }
        };
    }
}
