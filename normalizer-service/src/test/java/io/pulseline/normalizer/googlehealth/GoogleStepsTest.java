package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.counted;
import static io.pulseline.normalizer.googlehealth.Written.listed;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static io.pulseline.normalizer.googlehealth.Written.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Steps;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleStepsTest {
    @Test
    void aMinuteWithoutAStepIsZeroAndOneOfWhichNothingIsToldIsUnknown() {
        Mapping mapping =
                mapped(
                        page(
                                steps("2026-05-14T06:00:00Z", "2026-05-14T06:01:00Z", 17),
                                steps("2026-05-14T06:01:00Z", "2026-05-14T06:02:00Z", 0)));

        List<Integer> minutes = firstHour(mapping);
        assertThat(minutes).hasSize(60);
        assertThat(minutes.subList(0, 3)).containsExactly(17, 0, null);
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void stepsOverSeveralMinutesAreNotSpread() {
        Mapping mapping =
                mapped(
                        page(
                                listed(
                                        Written.PHONE,
                                        "steps",
                                        counted(
                                                "2026-05-14T06:00:00Z",
                                                "2026-05-14T06:05:00Z",
                                                100)),
                                listed(
                                        Written.PHONE,
                                        "steps",
                                        counted(
                                                "2026-05-14T06:05:10Z",
                                                "2026-05-14T06:05:50Z",
                                                20))));

        assertThat(firstHour(mapping).subList(0, 7))
                .containsExactly(null, null, null, null, null, 20, null);
        assertThat(mapping.oddities()).containsEntry(Oddity.STEPS_OVER_MINUTES, 1);
    }

    @Test
    void aRestOverSeveralMinutesIsZeroInEachWholeOne() {
        Mapping mapping = mapped(page(steps("2026-05-14T06:00:30Z", "2026-05-14T06:03:30Z", 0)));

        assertThat(firstHour(mapping).subList(0, 5)).containsExactly(null, 0, 0, null, null);
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void aMinuteThatBeginsHalfwayIsTwoMinutesAndNotSpread() {
        Mapping mapping = mapped(page(steps("2026-05-14T06:00:30Z", "2026-05-14T06:01:30Z", 40)));

        assertThat(firstHour(mapping)).containsOnlyNulls();
        assertThat(mapping.oddities()).containsEntry(Oddity.STEPS_OVER_MINUTES, 1);
    }

    @Test
    void piecesOfAMinuteAddUp() {
        Mapping mapping =
                mapped(
                        page(
                                steps("2026-05-14T06:00:00Z", "2026-05-14T06:00:20Z", 12),
                                steps("2026-05-14T06:00:20Z", "2026-05-14T06:01:00Z", 30)));

        assertThat(firstHour(mapping).getFirst()).isEqualTo(42);
    }

    @Test
    void aPieceBesideStepsThatReachIntoItsMinuteIsNotTheWholeMinute() {
        Mapping mapping =
                mapped(
                        page(
                                steps("2026-05-14T06:00:00Z", "2026-05-14T06:01:30Z", 90),
                                steps("2026-05-14T06:01:30Z", "2026-05-14T06:02:00Z", 30)));

        assertThat(firstHour(mapping)).containsOnlyNulls();
    }

    @Test
    void anExactMinuteOutweighsAnIntervalThatHoldsIt() {
        Mapping mapping =
                mapped(
                        page(
                                steps("2026-05-14T06:00:00Z", "2026-05-14T06:10:00Z", 100),
                                steps("2026-05-14T06:01:00Z", "2026-05-14T06:02:00Z", 55)));

        assertThat(firstHour(mapping).subList(0, 3)).containsExactly(null, 55, null);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theSourceOnTheWristDecidesAndNothingIsAdded(boolean wristFirst) {
        String wrist = steps("2026-05-14T06:00:00Z", "2026-05-14T06:01:00Z", 100);
        String phone =
                listed(
                        Written.PHONE,
                        "steps",
                        counted("2026-05-14T06:00:00Z", "2026-05-14T06:01:00Z", 96));
        String alone =
                listed(
                        Written.PHONE,
                        "steps",
                        counted("2026-05-14T06:01:00Z", "2026-05-14T06:02:00Z", 97));

        Mapping mapping =
                wristFirst
                        ? mapped(page(wrist, phone, alone))
                        : mapped(page(alone, phone), page(wrist));

        assertThat(firstHour(mapping).subList(0, 3)).containsExactly(100, 97, null);
        assertThat(mapping.oddities()).containsEntry(Oddity.SOURCES_OVERLAP, 1);
    }

    @Test
    void theSameIntervalOnTwoPagesCountsOnce() {
        String minute = steps("2026-05-14T06:00:00Z", "2026-05-14T06:01:00Z", 17);

        Mapping mapping = mapped(page(minute), page(minute));

        assertThat(firstHour(mapping).getFirst()).isEqualTo(17);
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void whatLiesOutsideTheCoverageIsPassedOver() {
        Mapping mapping =
                mapped(
                        page(
                                steps("2026-05-13T06:00:00Z", "2026-05-13T06:30:00Z", 17),
                                steps("2026-05-14T07:29:00Z", "2026-05-14T07:30:00Z", 18),
                                steps("2026-05-14T07:30:00Z", "2026-05-14T07:31:00Z", 19)));

        List<Integer> second = GoogleMapped.all(mapping, Steps.class).get(1).getStepsPerMinute();
        assertThat(second.subList(28, 32)).containsExactly(null, 18, null, null);
        assertThat(firstHour(mapping)).containsOnlyNulls();
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void intervalsThatCannotBeAreLeftOutAndCounted() {
        Mapping mapping =
                mapped(
                        page(
                                steps("2026-05-14T06:01:00Z", "2026-05-14T06:00:00Z", 1),
                                steps("2026-05-14T06:00:00Z", "2026-05-14T06:01:00Z", 1_000_001),
                                steps("2026-05-14T06:00:00Z", "2026-05-14T06:01:00Z", -4),
                                steps("2026-05-01T06:00:00Z", "2026-05-20T06:00:00Z", 5),
                                point("steps", "\"count\":\"5\"")));

        assertThat(firstHour(mapping)).containsOnlyNulls();
        assertThat(mapping.oddities()).containsEntry(Oddity.ROW_UNREADABLE, 5);
    }

    @Test
    void aDateThatVanishedIsADeletedRecordForEachHour() {
        Mapping mapping =
                GoogleMapped.of(GooglePayloads.ofDate(PayloadKind.STEPS, "2026-10-25").vanished());

        assertThat(GoogleMapped.all(mapping, Steps.class)).hasSize(25).allMatch(Steps::getDeleted);
    }

    @Test
    void withoutAnAnswerNothingIsKnown() {
        assertThatThrownBy(() -> mapped())
                .isInstanceOf(UnmappableException.class)
                .hasMessage("payload has no parts");
    }

    /** From 8:00 to 9:30 in Berlin. */
    private static Mapping mapped(String... pages) {
        GooglePayloads payload =
                GooglePayloads.ofDate(PayloadKind.STEPS, "2026-05-14")
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T07:30:00Z");
        for (String page : pages) {
            payload.part(PartKind.STEPS, page);
        }
        return GoogleMapped.of(payload);
    }

    private static List<Integer> firstHour(Mapping mapping) {
        return GoogleMapped.all(mapping, Steps.class).getFirst().getStepsPerMinute();
    }
}
