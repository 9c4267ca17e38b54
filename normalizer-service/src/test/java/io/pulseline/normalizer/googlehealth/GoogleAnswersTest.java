package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.heartRate;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static io.pulseline.normalizer.googlehealth.Written.rollup;
import static io.pulseline.normalizer.googlehealth.Written.steps;
import static io.pulseline.normalizer.googlehealth.Written.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleAnswersTest {
    static Iterable<String> kinds() {
        return PayloadKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindSaysWhichAnswersItIsMadeOf(String kind) {
        assertThat(GoogleMapped.mapper(kind).answers())
                .isNotEmpty()
                .allSatisfy(shape -> {
                    assertThat(shape.needsDate()).isFalse();
                    assertThat(shape.endpoint())
                            .contains("/v4/users/me/dataTypes/" + shape.part() + "/dataPoints");
                });
    }

    @Test
    void sumsOfADateAreAskedForByDailyRollUp() {
        assertThat(GoogleMapped.mapper(PayloadKind.DAILY_SUMMARY).answers())
                .contains(
                        new AnswerShape(
                                "floors",
                                "POST /v4/users/me/dataTypes/floors/dataPoints:dailyRollUp",
                                false));
    }

    @Test
    void aListOfSleepsIsAPayloadForEach() {
        String sleep = "{\"name\":\"users/1/dataTypes/sleep/dataPoints/%d\",\"sleep\":{}}";

        List<PayloadCaptured> payloads =
                cut(PayloadKind.SLEEP, page(sleep.formatted(1), sleep.formatted(2)), null);

        assertThat(payloads)
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("GOOGLE_HEALTH:1", "GOOGLE_HEALTH:2");
        assertThat(payloads).extracting(PayloadCaptured::getProvider).containsOnly("GOOGLE_HEALTH");
    }

    @Test
    void aBareExerciseIsAPayloadToo() {
        assertThat(cut(PayloadKind.ACTIVITY, "{\"name\":\"a/7\",\"exercise\":{}}", null))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("GOOGLE_HEALTH:7");
    }

    @Test
    void anEmptyListOfSleepsHasNoPayload() {
        assertThat(cut(PayloadKind.SLEEP, "{}", null)).isEmpty();
    }

    @Test
    void samplesAreAPayloadForEachDateInTheUsersZone() {
        String answer =
                page(
                        heartRate("2026-05-14T22:00:00Z", 60),
                        heartRate("2026-05-14T21:59:59Z", 60),
                        heartRate("2026-05-14T06:00:00Z", 60));

        assertThat(dates(cut(PayloadKind.HEART_RATE, answer, null)))
                .containsExactly("2026-05-14", "2026-05-15");
        assertThat(dates(cut(PayloadKind.HEART_RATE, answer, "2026-05-14")))
                .containsExactly("2026-05-14");
    }

    @Test
    void aDateThatWasAskedForIsKnownFromAnEmptyAnswerToo() {
        List<PayloadCaptured> payloads = cut(PayloadKind.STEPS, "{}", "2026-05-14");

        assertThat(payloads)
                .allSatisfy(payload -> assertThat(GoogleMapped.of(payload).records()).hasSize(24));
        assertThatThrownBy(() -> cut(PayloadKind.STEPS, "{}", null))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("this answer says no date");
    }

    @Test
    void intervalsAreOfTheDateOnWhichTheyBegin() {
        assertThat(
                        dates(
                                cut(
                                        PayloadKind.STEPS,
                                        page(
                                                steps(
                                                        "2026-05-14T21:59:00Z",
                                                        "2026-05-14T22:00:00Z",
                                                        3)),
                                        null)))
                .containsExactly("2026-05-14");
    }

    @Test
    void samplesOfANightAreOfTheDateOnWhichItEnded() {
        String answer =
                page(
                        point(
                                "oxygenSaturation",
                                at("2026-05-13T21:30:00Z", "7200s", "\"percentage\":96")),
                        point(
                                "oxygenSaturation",
                                at("2026-05-13T22:30:00Z", "7200s", "\"percentage\":95")));

        List<PayloadCaptured> payloads = cut(PayloadKind.OXYGEN_SATURATION, answer, null);

        assertThat(dates(payloads)).containsExactly("2026-05-14");
        assertThat(
                        GoogleMapped.only(
                                        GoogleMapped.of(payloads.getFirst()),
                                        OxygenSaturation.class)
                                .getIntraday()
                                .getPercent())
                .containsExactly(96.0, 95.0);
    }

    @Test
    void eachPieceOfADailySummaryIsRecognised() {
        PayloadCaptured sums =
                cut(
                                PayloadKind.DAILY_SUMMARY,
                                rollup(window("2026-05-14", "\"steps\":{\"countSum\":\"7\"}")),
                                null)
                        .getFirst();
        PayloadCaptured resting =
                cut(
                                PayloadKind.DAILY_SUMMARY,
                                page(
                                        point(
                                                "dailyRestingHeartRate",
                                                on("2026-05-14", "\"beatsPerMinute\":\"53\""))),
                                null)
                        .getFirst();

        assertThat(GoogleMapped.only(GoogleMapped.of(sums), DailySummary.class).getSteps())
                .isEqualTo(7);
        assertThat(
                        GoogleMapped.only(GoogleMapped.of(resting), DailySummary.class)
                                .getRestingHeartRateBeatsPerMinute())
                .isEqualTo(53);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dataPoints\":[{\"steps\":{}}]} | the answer is none of those that kind sleep is made of",
                "{\"error\":{\"code\":403}} | the answer is an error of Google",
                "<html/> | the answer is malformed JSON at line 1",
            })
    void whatIsNoAnswerOfTheKindIsToldSo(String body, String reason) {
        assertThatThrownBy(() -> cut(PayloadKind.SLEEP, body, null))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining(reason);
    }

    private static List<String> dates(List<PayloadCaptured> payloads) {
        return payloads.stream().map(PayloadCaptured::getLocalDate).toList();
    }

    private static List<PayloadCaptured> cut(String kind, String body, @Nullable String date) {
        PayloadMapper mapper = GoogleMapped.mapper(kind);
        return mapper.payloadsOf(
                new Answer(
                        body.getBytes(StandardCharsets.UTF_8),
                        date == null ? null : LocalDate.parse(date),
                        ZoneId.of("Europe/Berlin"),
                        null,
                        "METRIC",
                        UUID.fromString(GooglePayloads.USER),
                        Instant.parse("2026-05-20T00:00:00Z")));
    }
}
