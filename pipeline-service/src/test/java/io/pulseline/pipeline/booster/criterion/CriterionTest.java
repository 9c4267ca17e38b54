package io.pulseline.pipeline.booster.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.Workouts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {
    private static final Place BRANDENBURG_GATE = new Place(52.5163, 13.3777);

    @Test
    void aTypeIsOneOfSeveral() {
        Criterion criterion = new OfType(List.of("RIDE", "RUN"));
        Activity unheardOf = Workouts.bare();
        unheardOf.setActivityType("KITE_SURFING");

        assertThat(criterion.judge(Workouts.bare())).isEqualTo(new Verdict.Yes());
        assertThat(criterion.judge(unheardOf)).isEqualTo(new Verdict.No());
        assertThat(criterion.asked()).isEqualTo("the type is RIDE or RUN");
    }

    @Test
    void aTextContainsAtLeastOneWord() {
        Criterion criterion = TextIs.containing(TextField.TITLE, List.of("hill", "Wood"));

        assertThat(criterion.judge(titled("Uphill"))).isEqualTo(new Verdict.Yes());
        assertThat(criterion.judge(titled("IN THE WOODS"))).isEqualTo(new Verdict.Yes());
        assertThat(criterion.judge(titled("By the sea"))).isEqualTo(new Verdict.No());
        assertThat(criterion.asked()).isEqualTo("the title contains \"hill\" or contains \"Wood\"");
    }

    @Test
    void anAbsentTextContainsNothing() {
        assertThat(TextIs.containing(TextField.TITLE, List.of("a")).judge(titled(null)))
                .isEqualTo(new Verdict.No());
    }

    @ParameterizedTest(name = "{0} starts from {1} before {2}: {3}")
    @CsvSource({
        "2026-06-13T07:30:00+02:00, 07:30, 09:00, true",
        "2026-06-13T08:59:59+02:00, 07:30, 09:00, true",
        "2026-06-13T09:00:00+02:00, 07:30, 09:00, false",
        "2026-06-13T07:29:59+02:00, 07:30, 09:00, false",
        "2026-06-13T23:15:00+02:00, 22:00, 06:00, true",
        "2026-06-13T00:00:00+02:00, 22:00, 06:00, true",
        "2026-06-13T05:59:00+02:00, 22:00, 06:00, true",
        "2026-06-13T06:00:00+02:00, 22:00, 06:00, false",
        "2026-06-13T12:00:00+02:00, 22:00, 06:00, false",
        "2026-06-13T23:59:00+02:00, 20:00, 00:00, true",
        "2026-06-13T19:59:00+02:00, 20:00, 00:00, false",
        "2026-06-13T00:10:00+05:45, 00:00, 00:15, true",
        "2026-06-13T18:25:00+00:00, 00:00, 00:15, false",
    })
    void aWindowIsOfTheLocalTimeAndMayCrossMidnight(
            String start, LocalTime from, LocalTime before, boolean inside) {
        assertThat(new StartsBetween(from, before).judge(Workouts.startingAt(start)))
                .isEqualTo(Verdict.of(inside));
    }

    @Test
    void theLocalTimeIsThatOfTheActivityAndNotOfItsLongitude() {
        // Given: in the west of Spain the sun is two and a half hours behind the clock.
        Activity vigo = Workouts.startingAt("2026-06-13T07:30:00+02:00");
        vigo.setTrack(Workouts.track("42.24,-8.72"));

        assertThat(new StartsBetween(LocalTime.of(7, 0), LocalTime.of(8, 0)).judge(vigo))
                .isEqualTo(new Verdict.Yes());
    }

    @Test
    void theWeekdayIsThatOfTheLocalDate() {
        Criterion sunday = new OnWeekday(List.of(DayOfWeek.SUNDAY));

        // 23:30 of Saturday in UTC.
        assertThat(sunday.judge(Workouts.startingAt("2026-06-14T01:30:00+02:00")))
                .isEqualTo(new Verdict.Yes());
        // 03:00 of Sunday in UTC.
        assertThat(sunday.judge(Workouts.startingAt("2026-06-13T20:00:00-07:00")))
                .isEqualTo(new Verdict.No());
        assertThat(new OnWeekday(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)).asked())
                .isEqualTo("it starts on Saturday or Sunday");
    }

    @Test
    void withoutStartOrOffsetThereIsNoLocalTime() {
        Activity noOffset = Workouts.startingAt("2026-06-13T07:30:00+02:00");
        noOffset.setStartOffsetSeconds(null);
        Activity noStart = Workouts.startingAt("2026-06-13T07:30:00+02:00");
        noStart.setStartEpochMillis(null);
        Activity nonsense = Workouts.startingAt("2026-06-13T07:30:00+02:00");
        nonsense.setStartOffsetSeconds(100_000);
        Criterion anyTime = new StartsBetween(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        Criterion anyDay = new OnWeekday(List.of(DayOfWeek.values()));

        for (Activity activity : List.of(noOffset, noStart, nonsense)) {
            assertThat(anyTime.judge(activity)).isEqualTo(new Verdict.Unknown("no local time"));
            assertThat(anyDay.judge(activity)).isEqualTo(new Verdict.Unknown("no local time"));
        }
    }

    @Test
    void theStartIsTheFirstPointThatHasBothCoordinates() {
        Criterion near = new StartsNear(BRANDENBURG_GATE, 200);
        Activity activity = Workouts.bare();
        activity.setTrack(Workouts.track("-,13.3777 48.0,- 52.5163,13.3790 48.0,11.0"));

        assertThat(near.judge(activity)).isEqualTo(new Verdict.Yes());
    }

    @Test
    void aTrackWithoutPlacesIsNoGps() {
        Criterion near = new StartsNear(BRANDENBURG_GATE, 200);
        Activity withoutTrack = Workouts.bare();
        Activity empty = Workouts.bare();
        empty.setTrack(Workouts.track(""));
        Activity nulls = Workouts.bare();
        nulls.setTrack(Workouts.track("-,13.0 52.0,-"));

        for (Activity activity : List.of(withoutTrack, empty, nulls)) {
            assertThat(near.judge(activity)).isEqualTo(new Verdict.Unknown("no GPS"));
            assertThat(new HasGps(true).judge(activity)).isEqualTo(new Verdict.No());
            assertThat(new HasGps(false).judge(activity)).isEqualTo(new Verdict.Yes());
        }
    }

    @ParameterizedTest(name = "{0} m is at least 5 km: {1}, at most: {2}")
    @CsvSource({
        "4999.9, false, true",
        "5000, true, true",
        "5000.1, true, false",
        "0, false, true",
    })
    void limitsBelongToTheDistance(double metres, boolean atLeast, boolean atMost) {
        Activity activity = Workouts.bare();
        activity.setDistanceMetres(metres);

        assertThat(new AtLeast(Extent.DISTANCE, 5).judge(activity)).isEqualTo(Verdict.of(atLeast));
        assertThat(new AtMost(Extent.DISTANCE, 5).judge(activity)).isEqualTo(Verdict.of(atMost));
    }

    @ParameterizedTest(name = "{0} ms is at least 30 min: {1}, at most: {2}")
    @CsvSource({
        "1799999, false, true",
        "1800000, true, true",
        "1800001, true, false",
        "0, false, true",
    })
    void limitsBelongToTheDuration(long milliseconds, boolean atLeast, boolean atMost) {
        Activity activity = Workouts.lasting(milliseconds);

        assertThat(new AtLeast(Extent.DURATION, 30).judge(activity)).isEqualTo(Verdict.of(atLeast));
        assertThat(new AtMost(Extent.DURATION, 30).judge(activity)).isEqualTo(Verdict.of(atMost));
    }

    @Test
    void whatIsAbsentIsUnknownAndNotZero() {
        assertThat(new AtMost(Extent.DISTANCE, 5).judge(Workouts.bare()))
                .isEqualTo(new Verdict.Unknown("no distance"));
        assertThat(new AtMost(Extent.DURATION, 5).judge(Workouts.bare()))
                .isEqualTo(new Verdict.Unknown("no duration"));
    }

    @Test
    void limitsAreTalkedOfAsTheyWereSet() {
        assertThat(new AtLeast(Extent.DISTANCE, 5).asked())
                .isEqualTo("the distance is at least 5 km");
        assertThat(new AtMost(Extent.DISTANCE, 0.25).asked())
                .isEqualTo("the distance is at most 0.25 km");
        assertThat(new AtLeast(Extent.DURATION, 100).asked())
                .isEqualTo("it lasts at least 100 min");
    }

    private static Activity titled(@Nullable String title) {
        Activity activity = Workouts.bare();
        activity.setTitle(title);
        return activity;
    }
}
