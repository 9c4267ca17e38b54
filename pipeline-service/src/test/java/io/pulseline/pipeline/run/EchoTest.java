package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.delivery.Fed;
import io.pulseline.pipeline.delivery.Footprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EchoTest {
    /** In the night in which Berlin's clocks go back. */
    private static final Instant START = Instant.parse("2026-10-25T00:59:30Z");

    private static final Duration ELAPSED = Duration.ofSeconds(2000);
    private static final UUID USER = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "-61001, false",
        "-60001, false",
        "-60000, true",
        "-59000, true",
        "0, true",
        "59000, true",
        "60000, true",
        "60001, false",
        "61000, false"
    })
    void startsMayBeAMinuteApart(long laterMilliseconds, boolean isEcho) {
        Echo echo = echo(manual(START.plusMillis(laterMilliseconds), ELAPSED));

        assertThat(echo.isOf(fed(ELAPSED, null))).isEqualTo(isEcho);
    }

    @ParameterizedTest
    @CsvSource({
        "1899999, false",
        "1900000, true",
        "2000000, true",
        "2100000, true",
        "2100001, false"
    })
    void durationsMayDifferByFivePercentOfWhatWasDelivered(long milliseconds, boolean isEcho) {
        Echo echo = echo(manual(START, Duration.ofMillis(milliseconds)));

        assertThat(echo.isOf(fed(ELAPSED, null))).isEqualTo(isEcho);
    }

    @Test
    void aDurationThatIsNotKnownDoesNotTellThemApart() {
        assertThat(echo(manual(START, null)).isOf(fed(ELAPSED, null))).isTrue();
        assertThat(echo(manual(START, ELAPSED)).isOf(fed(null, null))).isTrue();
        assertThat(echo(manual(START.plusSeconds(61), null)).isOf(fed(null, null))).isFalse();
    }

    static Stream<Arguments> provenances() {
        return Stream.of(
                arguments("a tracker", from("FITBIT", "SENSED", "Charge 6", null), false),
                arguments("auto-detected", from("FITBIT", "SENSED", null, null), false),
                arguments("by hand", from("FITBIT", "MANUAL", null, null), true),
                arguments("an app at Fitbit", from("FITBIT", "SENSED", null, "Strava"), true),
                arguments("an unknown log type", from("FITBIT", null, null, null), true),
                arguments("a watch", from("GOOGLE_HEALTH", "SENSED", "Pixel Watch", null), false),
                arguments("Google's choice", from("GOOGLE_HEALTH", null, "Charge 6", null), false),
                arguments("an app", from("GOOGLE_HEALTH", "SENSED", null, "com.strava"), true),
                arguments("by hand", from("GOOGLE_HEALTH", "MANUAL", "Pixel 9", null), true),
                arguments("derived", from("GOOGLE_HEALTH", "DERIVED", null, null), true),
                arguments("a file of an app", from("FILE", null, null, "Strava"), false),
                arguments("a file by hand", from("FILE", "MANUAL", null, null), false),
                arguments("somebody else's", from("STRAVA", null, null, null), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("provenances")
    void onlyImportsAreComparedByTime(String what, Provenance provenance, boolean isImport) {
        Activity activity = activity(START, ELAPSED, provenance);

        Optional<Echo> echo = Echo.of(USER, RECORD, activity);

        assertThat(echo.isPresent()).as(what).isEqualTo(isImport);
        assertThat(echo.filter(one -> one.isOf(fed(ELAPSED, null))).isPresent())
                .isEqualTo(isImport);
    }

    @Test
    void theIdThatTheTargetGaveTellsWhateverTheTimesAndTheMethodSay() {
        Provenance sensed = from("STRAVA", "SENSED", "Edge 540", null);
        Echo echo = echo(activity(START.plusSeconds(9999), null, sensed));

        assertThat(echo.isOf(fed(ELAPSED, "id-1"))).isTrue();
        assertThat(echo.isOf(fed(ELAPSED, "id-2"))).isFalse();
        assertThat(echo.isOf(fed(ELAPSED, null))).isFalse();
    }

    @Test
    void measuredByAnothersDeviceItIsComparedByItsIdOnly() {
        Echo echo = echo(activity(START, ELAPSED, from("STRAVA", "SENSED", "Edge 540", null)));

        assertThat(echo.isOf(fed(ELAPSED, null))).isFalse();
    }

    @Test
    void whatIsDeletedComesBackFromNowhere() {
        Activity deleted = manual(START, ELAPSED);
        deleted.setDeleted(true);

        assertThat(Echo.of(USER, RECORD, deleted)).isEmpty();
    }

    private static Echo echo(Activity activity) {
        return Echo.of(USER, RECORD, activity).orElseThrow();
    }

    private static Activity manual(Instant start, @Nullable Duration elapsed) {
        return activity(start, elapsed, from("FITBIT", "MANUAL", null, null));
    }

    private static Activity activity(
            Instant start, @Nullable Duration elapsed, Provenance provenance) {
        Activity activity = Activities.run(USER, "thing", start);
        activity.setStartEpochMillis(start.toEpochMilli());
        activity.setElapsedMilliseconds(elapsed == null ? null : elapsed.toMillis());
        activity.setProvenance(provenance);
        return activity;
    }

    private static Provenance from(
            String provider,
            @Nullable String method,
            @Nullable String device,
            @Nullable String application) {
        return new Provenance(provider, "id-1", "p1", 1, 1L, method, null, device, application);
    }

    private static Fed fed(@Nullable Duration elapsed, @Nullable String remoteId) {
        Instant end = elapsed == null ? null : START.plus(elapsed);
        return new Fed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Footprint(USER, UUID.randomUUID(), START, end),
                remoteId);
    }
}
