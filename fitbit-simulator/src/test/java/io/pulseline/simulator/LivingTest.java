package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.Life;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every document of somebody who lives, three days after the beginning. */
class LivingTest {
    private final FitbitSimulator simulator = Morning.simulator();
    private Life life = simulator.hasLives(1, 5, 11).getFirst();
    private Phone phone = new Phone(simulator);

    @BeforeEach
    void threeDaysLater() {
        simulator.advance(Duration.ofDays(3));
        TokenPair tokens = simulator.hasConsent(life.user(), Phone.ALL_SCOPES);
        phone = phone.as(tokens);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void everyEndpointAnswers() {
        LocalDate date = LocalDate.of(2026, 3, 29);
        String user = "/1/user/-/";
        Stream.of(
                        user + "profile.json",
                        user + "devices.json",
                        user + "activities/date/" + date + ".json",
                        user + "activities/steps/date/2026-03-25/2026-03-30.json",
                        user + "activities/distance/date/2026-03-30/7d.json",
                        user + "activities/heart/date/2026-03-25/2026-03-30.json",
                        user + "activities/steps/date/" + date + "/1d/1min.json",
                        user + "activities/steps/date/" + date + "/1d/1min/time/08:00/09:59.json",
                        user + "activities/calories/date/" + date + "/1d/15min.json",
                        user + "activities/heart/date/" + date + "/1d/1sec/time/08:00/09:59.json",
                        user + "activities/heart/date/" + date + "/1d/1min.json",
                        user + "activities/active-zone-minutes/date/2026-03-25/2026-03-30.json",
                        user + "activities/active-zone-minutes/date/" + date + "/1d/1min.json",
                        user
                                + "activities/list.json?afterDate=2026-03-01&sort=asc&limit=100&offset=0",
                        user + "hrv/date/2026-03-25/2026-03-30.json",
                        user + "hrv/date/" + date + ".json",
                        user + "hrv/date/2026-03-25/2026-03-30/all.json",
                        user + "hrv/date/" + date + "/all.json",
                        user + "br/date/2026-03-25/2026-03-30.json",
                        user + "br/date/2026-03-25/2026-03-30/all.json",
                        user + "spo2/date/2026-03-25/2026-03-30.json",
                        user + "spo2/date/2026-03-25/2026-03-30/all.json",
                        user + "spo2/date/" + date + ".json",
                        user + "spo2/date/" + date + "/all.json",
                        user + "temp/skin/date/2026-03-25/2026-03-30.json",
                        user + "cardioscore/date/2026-03-25/2026-03-30.json",
                        user + "body/log/weight/date/2026-03-25/2026-03-30.json",
                        "/1.2/user/-/sleep/date/" + date + ".json",
                        "/1.2/user/-/sleep/date/2026-03-25/2026-03-30.json",
                        "/1.2/user/-/sleep/list.json?afterDate=2026-03-01&sort=asc&limit=10&offset=0")
                .forEach(path -> assertThat(phone.get(path).statusCode()).as(path).isEqualTo(200));
    }
}
