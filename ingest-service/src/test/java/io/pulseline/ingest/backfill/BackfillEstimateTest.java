package io.pulseline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.sync.DataProviders;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class BackfillEstimateTest {
    private static final int DATES_PER_STEP = 30;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);

    @Inject DataProviders providers;
    @Inject BackfillStore store;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();

    private static ValidatableResponse asks(String login, String query) {
        return People.loggedIn(login).get("/api/backfill/estimate?" + query).then();
    }

    private Map<String, Integer> requests(int days) {
        return new BackfillCost(providers.named(OpenSets.Provider.FITBIT))
                .requests(LAST, days, DATES_PER_STEP);
    }

    @Test
    void requestsAreThoseOfOurStepsAndTheProvidersParts() {
        assertThat(requests(30))
                .isEqualTo(
                        Map.of(
                                BackfillCost.USER, 1,
                                PayloadKind.HEART_RATE, 30,
                                PayloadKind.STEPS, 30,
                                PayloadKind.HEART_RATE_VARIABILITY, 2,
                                PayloadKind.RESPIRATORY_RATE, 2,
                                PayloadKind.OXYGEN_SATURATION, 2,
                                PayloadKind.SLEEP, 1,
                                PayloadKind.ACTIVITY, 5 + 18 * 2,
                                // Five parts for each week begun, and one for each date.
                                PayloadKind.DAILY_SUMMARY, 5 * 5 + 30));
    }

    @Test
    void aLongHistoryAsksSinceWhenThereIsAny() {
        assertThat(requests(32)).containsEntry(BackfillCost.USER, 1);
        assertThat(requests(33)).containsEntry(BackfillCost.USER, 2);
    }

    @Test
    void itIsWhatABackfillSpends() {
        SimulatedUser wearer = People.wearer();
        for (int daysAgo = 3; daysAgo <= 6; daysAgo++) {
            fitbit.hasActivity(
                    wearer,
                    ActivityPlan.run(Duration.ofMinutes(32))
                            .endingAt(fitbit.now().minus(Duration.ofDays(daysAgo)))
                            .build());
        }
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        // A fresh hour, so that the quota does not stop it.
        fitbit.advance(Duration.ofHours(1).plusSeconds(10));
        SimulatedFitbit.awaitQuiet();
        LocalDate first = fitbit.now().atZone(wearer.zone()).toLocalDate().minusDays(8);
        People.loggedIn("anna")
                .contentType("application/json")
                .body("{\"first\": \"" + first + "\"}")
                .post("/api/connections/" + connection + "/backfill")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(connection).state().equals(Backfill.DONE));

        Backfill backfill = read(connection);
        int days = (int) ChronoUnit.DAYS.between(backfill.first(), backfill.last()) + 1;
        int estimated = requests(days).values().stream().mapToInt(Integer::intValue).sum();
        // Without a night nothing is asked of HRV, breathing and SpO2 but whether there was one.
        int ofNights = 3;
        assertThat(backfill.requestsSpent()).isEqualTo(estimated - ofNights);
    }

    private Backfill read(String connection) {
        return store.find(UUID.fromString(connection)).orElseThrow();
    }

    @Test
    void fewUsersAreBoundByTheirQuotaAndManyByOurReplicas() {
        asks("otto", "provider=FITBIT&users=1&days=30")
                .statusCode(200)
                .body("requestsPerUser", equalTo(164))
                .body("requestsByKind.'heart-rate'", equalTo(30))
                .body("userQuota.requestsPerHour", equalTo(75))
                .body("userQuota.seconds", equalTo(7872))
                .body("projectQuota", nullValue())
                .body("boundBy", equalTo("USER_QUOTA"))
                .body("seconds", equalTo(7872))
                .body("assumptions", hasItem(containsString("4 activities a week")));
        asks("otto", "provider=FITBIT&users=1000&days=30&answerMilliseconds=500")
                .statusCode(200)
                .body("boundBy", equalTo("REPLICAS"))
                .body("replicas.requestsPerHour", equalTo(14_400))
                .body("seconds", equalTo(41_000));
        asks("otto", "provider=FITBIT&users=1000&days=30&answerMilliseconds=500&replicas=50")
                .statusCode(200)
                .body("boundBy", equalTo("USER_QUOTA"));
    }

    @ParameterizedTest
    @CsvSource({
        "provider=GARMIN&users=1&days=1, provider",
        "users=1&days=1, provider",
        "provider=FITBIT&days=1, users",
        "provider=FITBIT&users=0&days=1, users",
        "provider=FITBIT&users=1&days=10001, days",
        "provider=FITBIT&users=1&days=many, days",
        "provider=FITBIT&users=1&days=1&replicas=1001, replicas",
        "provider=FITBIT&users=1&days=1&answerMilliseconds=-1, answerMilliseconds"
    })
    void aParameterThatCannotBeTakenIsNamed(String query, String field) {
        asks("otto", query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }

    @Test
    void itIsForOperatorsAndDescribed() {
        asks("anna", "provider=FITBIT&users=1&days=1").statusCode(403);
        People.loggedIn("otto")
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/backfill/estimate"))
                .body("components.schemas", hasKey("BackfillEstimate"));
    }
}
