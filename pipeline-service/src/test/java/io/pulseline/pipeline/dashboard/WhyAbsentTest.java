package io.pulseline.pipeline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.absence.Absence;
import io.pulseline.pipeline.absence.Measure;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cause in words: what is so, and what can be done. */
class WhyAbsentTest {
    private static final ZonedDateTime MORNING =
            ZonedDateTime.of(2026, 10, 3, 9, 5, 59, 0, ZoneId.of("Europe/Berlin"));

    @Test
    void whoHasConnectedNothingIsToldToConnect() {
        assertThat(WhyAbsent.say(new Absence.NothingConnected(Measure.SLEEP)))
                .isEqualTo(
                        "Nothing is connected from which night of sleep could be read. Connect"
                                + " Google Health or Fitbit on the Connections page.");
    }

    @Test
    void whoHasDisconnectedIsToldToConnectAgain() {
        assertThat(WhyAbsent.say(new Absence.Disconnected("Google Health", Measure.STEPS)))
                .isEqualTo(
                        "Google Health is disconnected, so no steps is read. Connect Google Health"
                                + " again on the Connections page.");
    }

    @Test
    void aLostTokenNeedsReauthorization() {
        assertThat(WhyAbsent.say(new Absence.TokenLost("Fitbit")))
                .isEqualTo(
                        "Connection needs re-authorization: Fitbit no longer lets Pulseline read."
                                + " Reconnect Fitbit on the Connections page; what is missing is"
                                + " read then.");
    }

    @Test
    void theScopeThatLacksIsNamedWithWhatToTick() {
        assertThat(WhyAbsent.say(new Absence.ScopeNotGranted("Fitbit", "heartrate")))
                .isEqualTo(
                        "You have not allowed Pulseline to read it: the permission \"heartrate\" of"
                                + " Fitbit is not granted. Reconnect Fitbit and tick"
                                + " \"heartrate\".");
    }

    @Test
    void aUsedUpQuotaTellsUntilWhen() {
        assertThat(WhyAbsent.say(new Absence.QuotaUsedUp("Fitbit", MORNING)))
                .isEqualTo(
                        "Fitbit answers a limited number of questions; reading is postponed until"
                                + " 3 October 2026, 09:05. Nothing to do: it is read then.");
    }

    @Test
    void whatHasNotSyncedOrWasNotReadIsWaitedFor() {
        assertThat(WhyAbsent.say(new Absence.TrackerNotSynced(MORNING)))
                .isEqualTo(
                        "Your tracker last synced on 3 October 2026, 09:05, before this. Please"
                                + " wait 10–15 minutes, or open the Fitbit app near your"
                                + " tracker.");
        assertThat(WhyAbsent.say(new Absence.NotReadSince("Fitbit", MORNING)))
                .isEqualTo(
                        "Fitbit was last read on 3 October 2026, 09:05, before this. Please wait"
                                + " 10–15 minutes, or choose \"Sync now\" on the Connections"
                                + " page.");
    }

    @ParameterizedTest
    @CsvSource({
        "ELEVATION, altimeter",
        "GPS, GPS",
        "HEART_RATE, sensor for heart rate",
        "OXYGEN_SATURATION, sensor for oxygen saturation (SpO2)",
        "HEART_RATE_VARIABILITY, sensor for heart rate variability (HRV)",
        "RESPIRATORY_RATE, sensor for respiratory rate",
        "SLEEP, sensor for night of sleep",
        "SLEEP_STAGES, sensor for sleep stages"
    })
    void whatAModelLacksIsNamed(Measure measure, String sensor) {
        assertThat(WhyAbsent.say(new Absence.ModelWithoutSensor("Zip", measure)))
                .isEqualTo("Your Zip has no " + sensor + ". A model that has one would add it.");
    }

    @Test
    void connectedGpsNeedsThePhone() {
        String rest =
                " uses the GPS of your phone, and the phone was not with it. Take the phone along,"
                        + " with Bluetooth and location on.";

        assertThat(WhyAbsent.say(new Absence.ConnectedGpsWithoutPhone("Inspire 3")))
                .isEqualTo("Your Inspire 3" + rest);
        assertThat(WhyAbsent.say(new Absence.ConnectedGpsWithoutPhone(null)))
                .isEqualTo("Your tracker" + rest);
    }

    @Test
    void aShortNightTellsItsLength() {
        Absence absence =
                new Absence.ShortSleep(Duration.ofMinutes(125), Measure.HEART_RATE_VARIABILITY);

        assertThat(WhyAbsent.say(absence))
                .isEqualTo(
                        "The sleep was shorter than 3 hours (2 h 5 min), too short for heart rate"
                                + " variability (HRV). Nothing to do: a longer night will have"
                                + " it.");
    }

    @Test
    void noSamplesMeanThatItWasNotWorn() {
        assertThat(WhyAbsent.say(new Absence.NotWorn()))
                .isEqualTo(
                        "There are no samples: the tracker was worn loosely or not at all. Wear it"
                                + " snugly, a finger's width above the wrist bone.");
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureHasAName(Measure measure) {
        assertThat(WhyAbsent.name(measure)).isNotBlank();
        assertThat(WhyAbsent.say(new Absence.ModelWithoutSensor("Zip", measure))).isNotBlank();
    }
}
