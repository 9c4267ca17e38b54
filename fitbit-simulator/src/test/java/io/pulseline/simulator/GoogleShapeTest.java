package io.pulseline.simulator;

import static io.pulseline.simulator.GooglePhone.USER;
import static io.pulseline.simulator.GooglePhone.points;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Quirk;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every answer has the shape that Google has published. */
class GoogleShapeTest {
    private static final String RANGE =
            "{\"range\":{\"startTime\":\"2026-03-10T00:00:00Z\",\"endTime\":\"2026-03-14T00:00:00Z\"},\"windowSize\":\"43200s\"}";
    private static final List<String> LISTED =
            List.of(
                    "steps",
                    "distance",
                    "altitude",
                    "active-energy-burned",
                    "active-minutes",
                    "active-zone-minutes",
                    "activity-level",
                    "sedentary-period",
                    "time-in-heart-rate-zone",
                    "heart-rate",
                    "daily-resting-heart-rate",
                    "daily-heart-rate-zones",
                    "heart-rate-variability",
                    "daily-heart-rate-variability",
                    "oxygen-saturation",
                    "daily-oxygen-saturation",
                    "daily-respiratory-rate",
                    "respiratory-rate-sleep-summary",
                    "daily-sleep-temperature-derivations",
                    "daily-vo2-max",
                    "sleep",
                    "exercise");
    private static final List<String> SUMMED =
            List.of(
                    "steps",
                    "distance",
                    "floors",
                    "altitude",
                    "total-calories",
                    "active-energy-burned",
                    "active-minutes",
                    "active-zone-minutes",
                    "sedentary-period",
                    "time-in-heart-rate-zone",
                    "calories-in-heart-rate-zone",
                    "heart-rate");

    private final DiscoveryDocument contract = DiscoveryDocument.read();
    private final Lived lived =
            Lived.of("2026-03-10T09:00:00Z", 6, 5, 5, Duration.ofDays(4).plusHours(8));
    // Every other tracker has an altimeter; the first one does.
    private final Life life = lived.lives().getFirst();
    private final GooglePhone phone = GooglePhone.ofAll(lived.simulator(), life.user());

    @AfterEach
    void close() {
        lived.close();
    }

    @Test
    void everyListAndReconciledStreamFitsTheContract() {
        lived.simulator().hasRun(life.user(), Duration.ofMinutes(20));
        lived.simulator()
                .hasActivity(
                        life.user(),
                        ActivityPlan.run(Duration.ofMinutes(20))
                                .pausing(Duration.ofSeconds(90))
                                .with(Quirk.PHONE_RECORDED)
                                .build());
        for (String type : LISTED) {
            JsonNode list = phone.json(points(type) + "?pageSize=500");
            JsonNode reconciled = phone.json(points(type) + ":reconcile?pageSize=500");

            assertThat(list.path("dataPoints")).as(type).isNotEmpty();
            assertThat(contract.complaints(list, "ListDataPointsResponse")).as(type).isEmpty();
            assertThat(contract.complaints(reconciled, "ReconcileDataPointsResponse"))
                    .as(type)
                    .isEmpty();
        }
    }

    @Test
    void floorsFitTheContractThoughTheyAreOnlyReconciled() {
        JsonNode floors = phone.json(points("floors") + ":reconcile");

        assertThat(floors.path("dataPoints")).isNotEmpty();
        assertThat(contract.complaints(floors, "ReconcileDataPointsResponse")).isEmpty();
    }

    @Test
    void everySumFitsTheContract() {
        for (String type : SUMMED) {
            JsonNode windows = phone.posted(points(type) + ":rollUp", RANGE);
            JsonNode days = phone.daily(type, "2026-03-10", "2026-03-15");

            assertThat(windows.path("rollupDataPoints")).as(type).isNotEmpty();
            assertThat(days.path("rollupDataPoints")).as(type).isNotEmpty();
            assertThat(contract.complaints(windows, "RollUpDataPointsResponse")).as(type).isEmpty();
            assertThat(contract.complaints(days, "DailyRollUpDataPointsResponse"))
                    .as(type)
                    .isEmpty();
        }
    }

    @Test
    void weightsAndFatFitTheContract() {
        for (Life one : lived.lives()) {
            GooglePhone reader = GooglePhone.ofAll(lived.simulator(), one.user());
            for (String type : List.of("weight", "body-fat")) {
                JsonNode list = reader.json(points(type));
                JsonNode days = reader.daily(type, "2026-03-10", "2026-03-15");

                assertThat(contract.complaints(list, "ListDataPointsResponse")).isEmpty();
                assertThat(contract.complaints(days, "DailyRollUpDataPointsResponse")).isEmpty();
                assertThat(
                                list.path("dataPoints").isEmpty()
                                        == days.path("rollupDataPoints").isEmpty())
                        .isTrue();
            }
        }
    }

    @Test
    void onePointByItsNameFitsTheContract() {
        for (String type : List.of("sleep", "exercise")) {
            String name = phone.json(points(type)).path("dataPoints").path(0).path("name").asText();

            assertThat(contract.complaints(phone.json("/google/v4/" + name), "DataPoint"))
                    .isEmpty();
        }
    }

    @Test
    void thePersonsDocumentsFitTheContract() {
        Stream.of(
                        List.of("identity", "Identity"),
                        List.of("profile", "Profile"),
                        List.of("settings", "Settings"),
                        List.of("pairedDevices", "ListPairedDevicesResponse"))
                .forEach(one ->
                        assertThat(contract.complaints(phone.json(USER + one.get(0)), one.get(1)))
                                .as(one.get(0))
                                .isEmpty());
    }

    @Test
    void subscribersFitTheContract() {
        try (HealthListener application = new HealthListener()) {
            lived.simulator()
                    .googleHealth()
                    .hasSubscriber(application.url(), HealthListener.SECRET);
            GooglePhone owner = GooglePhone.ofOwner(lived.simulator());

            JsonNode list = owner.json(GooglePhone.SUBSCRIBERS);
            JsonNode patched =
                    Phone.read(
                            owner.patch(
                                    GooglePhone.SUBSCRIBERS
                                            + "/simulated-subscriber?updateMask=subscriberConfigs",
                                    "{\"subscriberConfigs\":[{\"dataTypes\":[\"steps\"],\"subscriptionCreatePolicy\":\"MANUAL\"}]}"));
            JsonNode subscription =
                    owner.posted(
                            GooglePhone.SUBSCRIBERS + "/simulated-subscriber/subscriptions",
                            "{\"user\":\"users/1\",\"dataTypes\":[\"steps\"]}");

            assertThat(contract.complaints(list, "ListSubscribersResponse")).isEmpty();
            assertThat(contract.complaints(patched, "Operation")).isEmpty();
            assertThat(contract.complaints(subscription, "Subscription")).isEmpty();
        }
    }

    @Test
    void theTestNoticesWhatDoesNotFit() {
        JsonNode wrong = Json.object().put("countSum", 7).put("total", "7");

        assertThat(contract.complaints(wrong, "StepsRollupValue")).hasSize(2);
    }
}
