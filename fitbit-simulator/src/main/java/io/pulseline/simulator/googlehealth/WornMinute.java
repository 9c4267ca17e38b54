package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole minute that the tracker was worn and has told. Minutes off the wrist are none: nothing is
 * known of them (fact sheet section 4.1, true zeros).
 *
 * @param zone by the mean of its heartbeats; null where none was read
 */
record WornMinute(Instant at, LocalDate date, LifeDay.Minute felt, @Nullable Zone zone) {
    private static final int SECONDS = 60;

    Instant end() {
        return at.plusSeconds(SECONDS);
    }

    /** Those that begin in the span, in order. */
    static List<WornMinute> in(PersonData person, Span span) {
        Life life = person.life();
        List<WornMinute> found = new ArrayList<>();
        if (life != null) {
            person.dates(span)
                    .filter(date -> life.isShownOn(date, person.now()))
                    .forEach(date -> new Reading(person, life, date, span).addTo(found));
        }
        return found;
    }

    /** One date of it. */
    private static final class Reading {
        private final PersonData person;
        private final Life life;
        private final LocalDate date;
        private final LifeDay day;
        private final int first;
        private final int end;
        private final List<HeartRateSample> samples;
        private int next;

        Reading(PersonData person, Life life, LocalDate date, Span span) {
            this.person = person;
            this.life = life;
            this.date = date;
            day = life.day(date);
            int begun = day.minutesUntil(span.from());
            first = startOf(begun).isBefore(span.from()) ? begun + 1 : begun;
            int told = day.minutesUntil(life.toldUntil(date, person.now()));
            int last = day.minutesUntil(span.to());
            int wanted = startOf(last).isBefore(span.to()) ? last + 1 : last;
            end = Math.min(told, wanted);
            samples =
                    first < end
                            ? life.heartRate(startOf(first), startOf(end), person.now())
                            : List.of();
        }

        void addTo(List<WornMinute> found) {
            for (int index = first; index < end; index++) {
                LifeDay.Minute felt = life.restated(day, index, person.now());
                Zone zone = zone(startOf(index + 1));
                boolean isWorn = zone != null || felt.steps() > 0 || isExercise(felt);
                if (isWorn) {
                    found.add(new WornMinute(startOf(index), date, felt, zone));
                }
            }
        }

        private @Nullable Zone zone(Instant minuteEnd) {
            int sum = 0;
            int count = 0;
            while (next < samples.size() && samples.get(next).at().isBefore(minuteEnd)) {
                sum += samples.get(next).beatsPerMinute();
                count++;
                next++;
            }
            int maximum = person.user().body().maximumHeartRate();
            return count == 0 ? null : Zone.of((double) sum / count, maximum);
        }

        private static boolean isExercise(LifeDay.Minute felt) {
            return switch (felt.effort()) {
                case LIGHT, FAIR, VERY -> true;
                case IN_BED, STILL -> false;
            };
        }

        private Instant startOf(int minute) {
            return day.start().plusSeconds((long) minute * SECONDS);
        }
    }
}
