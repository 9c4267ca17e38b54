package io.pulseline.pipeline.play;

import static io.pulseline.contracts.OpenSets.ActivityType.RIDE;
import static io.pulseline.contracts.OpenSets.ActivityType.RUN;
import static io.pulseline.contracts.OpenSets.ActivityType.STRENGTH;
import static io.pulseline.contracts.OpenSets.ActivityType.SWIM;
import static io.pulseline.contracts.OpenSets.ActivityType.WALK;
import static io.pulseline.contracts.OpenSets.ActivityType.WORKOUT;
import static io.pulseline.contracts.OpenSets.ActivityType.YOGA;
import static io.pulseline.pipeline.play.Source.FIT;
import static io.pulseline.pipeline.play.Source.FITBIT;
import static io.pulseline.pipeline.play.Source.GPX;
import static io.pulseline.pipeline.play.Source.JSON;
import static io.pulseline.pipeline.play.Source.TCX;
import static java.time.temporal.TemporalAdjusters.previous;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who does what when: twelve days of 40 activities, five times, in Berlin, with the end of summer
 * time in between. The order of the plan is the order in which the activities come; but for late
 * imports it is the order of their starts.
 *
 * <p>What comes late, or changes, changes no figure of an activity that came before it: late rides
 * are shorter than any before and the last of their week, late treadmill runs have no distance and
 * fall on a day with a run. So a run that is run again finds what it has found.
 */
public final class Plan {
    /** Where the person lives. */
    public static final ZoneId HOME = ZoneId.of("Europe/Berlin");

    /** A Monday. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 7);

    /** After the first activity has ended, before the second begins. */
    public static final Instant PIPELINE_MADE_AT = Instant.parse("2026-09-07T04:30:00Z");

    private static final int CYCLES = 5;
    private static final int DAYS_OF_CYCLE = 12;

    private static final int BEFORE_THE_PIPELINE = 0;
    private static final int IN_NEW_YORK = 119;
    private static final int WHEN_CLOCKS_GO_BACK = 160;

    private static final List<Row> CYCLE =
            List.of(
                    row(0, "07:00", Story.PLAIN, FITBIT, RUN, "Morning run"),
                    row(0, "10:30", Story.HEART_THERE, FIT, STRENGTH, "Strength"),
                    row(0, "14:00", Story.PLAIN, FITBIT, WALK, "Walk"),
                    row(0, "17:30", Story.PLAIN, FITBIT, RIDE, "Commute home"),
                    row(1, "07:00", Story.CORRECTED, FITBIT, RUN, "Morning run")
                            .then(told -> told.fasterBy(30)),
                    row(1, "10:30", Story.HEART_LATE, FIT, STRENGTH, "Strength"),
                    row(1, "14:00", Story.REREAD, FITBIT, RUN, "Parkrun"),
                    row(2, "07:00", Story.SENT_TWICE, FITBIT, RUN, "Parkrun"),
                    row(2, "10:30", Story.PLAIN, FITBIT, RUN, "Treadmill intervals"),
                    row(2, "14:00", Story.DELETED, FITBIT, RUN, "Afternoon run"),
                    row(3, "07:00", Story.HEART_NEVER, JSON, YOGA, "Yoga"),
                    row(3, "10:30", Story.BACKFILLED, FITBIT, RUN, "Parkrun"),
                    row(3, "14:00", Story.CORRECTED, FITBIT, WALK, "Walk")
                            .then(told -> told.titled("Walk by the lake")),
                    row(3, "17:30", Story.HEART_NOT_MEASURED, FIT, STRENGTH, "Strength"),
                    row(4, "07:00", Story.PLAIN, TCX, RUN, null),
                    row(4, "07:00", Story.PLAIN, FITBIT, RUN, "Morning run").asTwin(),
                    row(4, "14:00", Story.HEART_OF_ONE_HALF, FIT, STRENGTH, "Strength"),
                    row(5, "07:00", Story.PLAIN, GPX, WALK, "Lake walk"),
                    row(5, "10:30", Story.DELETED_WHILE_WAITING, FITBIT, WORKOUT, "Workout"),
                    row(5, "14:00", Story.PLAIN, FITBIT, RIDE, "Afternoon ride"),
                    row(6, "07:00", Story.PLAIN, FITBIT, RUN, "Long run"),
                    row(6, "10:05", Story.HEART_TOO_LATE, FIT, STRENGTH, "Strength"),
                    row(6, "14:00", Story.SENT_TWICE, JSON, SWIM, "Swim"),
                    row(6, "17:30", Story.CORRECTED, FITBIT, RIDE, "Commute by bike")
                            .then(told -> told.titled("Evening ride")),
                    row(7, "07:00", Story.CORRECTED, FITBIT, RUN, "Run")
                            .then(told -> told.titled("Parkrun")),
                    row(7, "10:30", Story.HEART_THERE, FIT, STRENGTH, "Strength"),
                    row(7, "14:00", Story.DELETED_UNSEEN, FITBIT, RUN, "Afternoon run"),
                    row(8, "07:00", Story.PLAIN, FITBIT, RUN, "Treadmill"),
                    row(8, "10:30", Story.HEART_LATE, FIT, STRENGTH, "Strength"),
                    row(8, "20:00", Story.IMPORTED_LATE, FITBIT, RIDE, "Sunday ride"),
                    row(9, "07:00", Story.PLAIN, FITBIT, RUN, "Morning run"),
                    row(9, "10:30", Story.RESTORED, FITBIT, RUN, "Parkrun"),
                    row(9, "14:00", Story.PLAIN, FITBIT, WALK, "Walk"),
                    row(9, "17:30", Story.PLAIN, FITBIT, RIDE, "Commute home"),
                    row(10, "07:00", Story.CORRECTED, FITBIT, RUN, "Morning run")
                            .then(told -> told.fasterBy(10))
                            .then(told -> told.titled("Parkrun")),
                    row(10, "10:30", Story.HEART_THERE, FIT, STRENGTH, "Strength"),
                    row(6, "21:30", Story.IMPORTED_LATE, FITBIT, RUN, "Treadmill at night"),
                    row(11, "07:00", Story.DELETED_WHILE_WAITING, FITBIT, WORKOUT, "Workout"),
                    row(11, "10:30", Story.PLAIN, FITBIT, RIDE, "Morning ride"),
                    row(11, "23:40", Story.PLAIN, FITBIT, RUN, "Night run"));

    private Plan() {}

    /**
     * What comes once, or again and again, in one cycle.
     *
     * @param twin whether it is the row before on another device
     */
    private record Row(
            int day,
            LocalTime time,
            Story story,
            Source source,
            String type,
            @Nullable String title,
            List<UnaryOperator<Workout>> corrections,
            boolean twin) {
        private Row then(UnaryOperator<Workout> correction) {
            List<UnaryOperator<Workout>> all =
                    Stream.concat(corrections.stream(), Stream.of(correction)).toList();
            return new Row(day, time, story, source, type, title, all, twin);
        }

        private Row asTwin() {
            return new Row(day, time, story, source, type, title, corrections, true);
        }
    }

    private static Row row(
            int day, String time, Story story, Source source, String type, @Nullable String title) {
        return new Row(day, LocalTime.parse(time), story, source, type, title, List.of(), false);
    }

    /** When the person's devices tell of a day, unless something has not ended then. */
    static Instant evening(LocalDate day) {
        return atHome(day.atTime(22, 0)).toInstant();
    }

    /** All 200, in the order in which they come. */
    public static List<Planned> ofTwoHundred() {
        List<Planned> plan = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            for (Row row : CYCLE) {
                plan.add(planned(row, cycle, plan));
            }
        }
        return plan;
    }

    private static Planned planned(Row row, int cycle, List<Planned> before) {
        int number = before.size();
        Workout first =
                row.twin()
                        ? twin(number, row, before.getLast().last())
                        : workout(number, row, start(number, row, cycle));
        List<Workout> told = new ArrayList<>(List.of(first));
        row.corrections().forEach(correction -> told.add(correction.apply(told.getLast())));
        return new Planned(
                number == BEFORE_THE_PIPELINE ? Story.BEFORE_THE_PIPELINE : row.story(), told);
    }

    private static OffsetDateTime start(int number, Row row, int cycle) {
        LocalDate day = FIRST_DAY.plusDays((long) cycle * DAYS_OF_CYCLE + row.day());
        if (row.story() == Story.IMPORTED_LATE && row.type().equals(RIDE)) {
            day = day.with(previous(DayOfWeek.SUNDAY));
        }
        return switch (number) {
            case BEFORE_THE_PIPELINE -> atHome(day.atTime(5, 0));
            case IN_NEW_YORK -> day.atTime(21, 40).atOffset(ZoneOffset.ofHours(-4));
            // Half past two comes twice in that night: this is the first.
            case WHEN_CLOCKS_GO_BACK -> day.atTime(2, 30).atOffset(ZoneOffset.ofHours(2));
            default -> atHome(day.atTime(row.time()));
        };
    }

    static OffsetDateTime atHome(LocalDateTime local) {
        return local.atZone(HOME).toOffsetDateTime();
    }

    private static Workout workout(int number, Row row, OffsetDateTime start) {
        Workout like =
                new Workout(number, row.source(), start, 30, row.type(), row.title(), 0, 120, null);
        return switch (row.type()) {
            case RUN -> run(like, row.story());
            case RIDE -> ride(like, row.story());
            case WALK -> paced(like, 30 + 5 * (number % 4), 130 + number % 20, 85 + number % 20);
            case SWIM -> paced(like, 30, 80, 125);
            case STRENGTH -> paced(like, 40 + 4 * (number % 3), 0, 100 + number % 25);
            default -> like;
        };
    }

    private static Workout run(Workout like, Story story) {
        int number = like.number();
        int beats = 130 + number % 35;
        if (story == Story.IMPORTED_LATE) {
            return paced(like, 26, 0, beats);
        }
        return paced(
                like,
                number == WHEN_CLOCKS_GO_BACK ? 60 : 24 + 2 * (number * 3 % 7),
                240 + number / 4 + 5 * (number * 7 % 9),
                beats);
    }

    private static Workout ride(Workout like, Story story) {
        int number = like.number();
        int beats = 115 + number % 30;
        if (story == Story.IMPORTED_LATE) {
            return paced(like, 15, 500, beats);
        }
        return like.hasWord("home")
                ? paced(like, 20, 550, beats)
                : paced(like, 40 + 5 * (number % 4), 600 + number + 10 * (number % 15), beats);
    }

    private static Workout paced(Workout like, int minutes, int centimetresPerSecond, int beats) {
        return new Workout(
                like.number(),
                like.source(),
                like.start(),
                minutes,
                like.type(),
                like.title(),
                centimetresPerSecond,
                beats,
                like.yieldsTo());
    }

    /** Begun half a minute later and over sooner, so that the other one counts. */
    private static Workout twin(int number, Row row, Workout other) {
        return new Workout(
                number,
                row.source(),
                other.start().plusSeconds(30),
                other.minutes() - 2,
                row.type(),
                row.title(),
                other.centimetresPerSecond() + 1,
                other.beatsPerMinute(),
                other.number());
    }
}
