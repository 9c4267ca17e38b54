package io.pulseline.pipeline.booster;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.TemporalAdjusters.firstDayOfMonth;
import static java.time.temporal.TemporalAdjusters.firstDayOfYear;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** For what time a goal is set. */
sealed interface GoalPeriod {
    /** The word of {@link Dates} in settings. */
    String DATES = "dates";

    /** How settings spell the periods, all of them. */
    static List<String> words() {
        return Stream.concat(Stream.of(Recurring.values()).map(Recurring::word), Stream.of(DATES))
                .toList();
    }

    /** The dates to which that one belongs; fixed ones may be without it. */
    Dates around(LocalDate date);

    /** What the goal is called if the user has no name for it. */
    String label();

    /** Begins anew again and again. */
    enum Recurring implements GoalPeriod {
        /** Of ISO 8601: Monday to Sunday. */
        WEEK("week", "Weekly goal"),
        MONTH("month", "Monthly goal"),
        YEAR("year", "Yearly goal");

        private final String word;
        private final String label;

        Recurring(String word, String label) {
            this.word = word;
            this.label = label;
        }

        String word() {
            return word;
        }

        @Override
        public Dates around(LocalDate date) {
            return switch (this) {
                case WEEK ->
                        new Dates(
                                date.with(previousOrSame(DayOfWeek.MONDAY)),
                                date.with(nextOrSame(DayOfWeek.SUNDAY)));
                case MONTH -> new Dates(date.with(firstDayOfMonth()), date.with(lastDayOfMonth()));
                case YEAR -> new Dates(date.with(firstDayOfYear()), date.with(lastDayOfYear()));
            };
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * From one date to another, both included.
     *
     * @param last not before the first
     */
    record Dates(LocalDate first, LocalDate last) implements GoalPeriod {
        boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }

        /** Those after that one; 0 on the last. */
        long daysAfter(LocalDate date) {
            return DAYS.between(date, last);
        }

        @Override
        public Dates around(LocalDate date) {
            return this;
        }

        @Override
        public String label() {
            return "Goal";
        }
    }
}
