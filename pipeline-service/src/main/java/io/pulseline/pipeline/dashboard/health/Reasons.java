package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.absence.Absence;
import io.pulseline.pipeline.absence.Absences;
import io.pulseline.pipeline.absence.Missing.Evidence;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.WhyAbsent;
import java.time.LocalDate;
import java.util.Optional;

/** Why there is no measurement: everything that a page says of it comes from here. */
interface Reasons {
    /** Of whole dates, in words. */
    String of(Missing missing);

    /** Of a time within a date of which something came; {@code told} if the source told of it. */
    String within(LocalDate date, boolean told);

    /**
     * From the user's connections where they explain it, else from the records themselves. Several
     * dates have one cause only if the first and the last have it.
     */
    static Reasons ofData(Shell shell, Measure measure) {
        Reader reader = shell.reader();
        Reasons records = ofRecords(reader.today());
        if (shell.connections().isEmpty()) {
            // Whatever is there came another way.
            return records;
        }
        return new Reasons() {
            @Override
            public String of(Missing missing) {
                Optional<Absence> first = why(missing.first(), missing.came());
                return why(missing.last(), missing.came())
                        .filter(last -> first.map(Absence::cause).equals(Optional.of(last.cause())))
                        .map(WhyAbsent::say)
                        .orElseGet(() -> records.of(missing));
            }

            private Optional<Absence> why(LocalDate date, boolean came) {
                io.pulseline.pipeline.absence.Missing missing =
                        io.pulseline.pipeline.absence.Missing.onDate(
                                io.pulseline.pipeline.absence.Measure.valueOf(measure.name()),
                                date,
                                reader.zone());
                return Absences.why(
                        missing.with(came ? Evidence.OTHER_DATA : Evidence.NONE),
                        shell.connections(),
                        reader.now());
            }

            @Override
            public String within(LocalDate date, boolean told) {
                return records.within(date, told);
            }
        };
    }

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
