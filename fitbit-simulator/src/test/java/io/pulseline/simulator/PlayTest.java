package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.oauth.TokenPair;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stepping through lives over HTTP, as a play does. */
class PlayTest {
    private static final String BEGIN = "2026-10-15T00:00:00Z";

    private final FitbitSimulator simulator =
            FitbitSimulator.start(Morning.config().withTime(() -> Instant.parse(BEGIN)));
    private final ListeningApplication application =
            new ListeningApplication("simulated-client-secret", "code");
    private final Phone control = new Phone(simulator);

    @AfterEach
    void close() {
        application.close();
        simulator.close();
    }

    @Test
    void peopleGetNamesZonesAndSpecials() {
        JsonNode users = begin("{\"users\":50,\"days\":14,\"seed\":1}");
        List<String> special = new ArrayList<>();
        users.forEach(user -> user.path("special").forEach(one -> special.add(one.asText())));

        assertThat(users).hasSize(50);
        assertThat(users.get(0).path("name").asText()).isEqualTo("user-1");
        assertThat(users.get(0).path("firstDate").asText()).startsWith("2026-10-1");
        assertThat(special)
                .contains(
                        "zoneChange",
                        "dstNight",
                        "nap",
                        "lateSync3",
                        "lateSync20",
                        "expiredRefresh",
                        "edited",
                        "deleted",
                        "classicThenStages",
                        "napDeleted");
    }

    @Test
    void fewPeopleShareTheSpecialsThatFitAShortPlay() {
        JsonNode users = begin("{\"users\":5,\"days\":3,\"seed\":1}");
        JsonNode struck = control.json("/simulator/lives/struck");

        assertThat(users).hasSize(5);
        assertThat(struck.has("lateSync20")).isFalse();
        assertThat(struck.has("nap")).isTrue();
        assertThat(struck.has("zoneChange")).isTrue();
    }

    @Test
    void timeStandsStillUntilItIsMovedToTheNextThing() {
        begin("{\"users\":2,\"days\":2,\"seed\":1,\"special\":false}");
        Instant before = Instant.parse(BEGIN);
        int steps = 0;
        for (String next = next(); !next.isEmpty(); next = next()) {
            assertThat(Instant.parse(next)).isAfter(before);
            before = Instant.parse(next);
            JsonNode clock =
                    Phone.read(control.post("/simulator/clock", "{\"to\":\"" + next + "\"}"));
            assertThat(clock.path("now").asText()).isEqualTo(next);
            steps++;
        }

        assertThat(steps).isGreaterThan(15);
        assertThat(control.post("/simulator/clock", "{\"to\":\"" + BEGIN + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSyncTellsTheApplicationWhichDatesChanged() {
        simulator.hasSubscriber(application.url());
        JsonNode user = begin("{\"users\":1,\"days\":3,\"seed\":4,\"special\":false}").get(0);
        subscribe(user.path("userId").asText());
        simulator.advance(Duration.ofDays(2));
        String all = String.join("\n", application.bodies());

        assertThat(all)
                .contains("\"collectionType\":\"activities\",\"date\":\"2026-10-15\"")
                .contains("\"collectionType\":\"sleep\",\"date\":\"2026-10-16\"")
                .contains("\"ownerId\":\"" + user.path("userId").asText() + "\"");
    }

    @Test
    void aTenthOfTheNotificationsIsLostAndATenthComesTwice() {
        simulator.hasSubscriber(application.url());
        JsonNode users =
                begin("{\"users\":8,\"days\":14,\"seed\":4,\"special\":false,\"faults\":true}");
        users.forEach(user -> subscribe(user.path("userId").asText()));
        simulator.advance(Duration.ofDays(14));
        JsonNode struck = control.json("/simulator/lives/struck");
        int lost = struck.path("lostNotification").asInt();
        int twice = struck.path("duplicatedNotification").asInt();
        long arrived =
                application.bodies().stream()
                        .mapToLong(body -> body.split("collectionType", -1).length - 1)
                        .sum();

        assertThat((double) lost / (arrived - twice + lost)).isBetween(0.06, 0.14);
        assertThat((double) twice / (arrived - twice + lost)).isBetween(0.06, 0.14);
        assertThat(control.json("/simulator/busy").path("notificationsInFlight").asInt()).isZero();
    }

    @Test
    void callsGoWrongByChanceAndAreCounted() {
        JsonNode user =
                begin("{\"users\":1,\"days\":14,\"seed\":4,\"special\":false,\"faults\":true}")
                        .get(0);
        Phone phone = phone(user.path("userId").asText());
        simulator.limitsTo(2000);
        for (int call = 0; call < 400; call++) {
            try {
                phone.get("/1/user/-/devices.json");
            } catch (UncheckedIOException e) {
                // An answer that is lost is one of the mishaps.
                assertThat(e).isNotNull();
            }
        }
        JsonNode struck = control.json("/simulator/lives/struck");
        JsonNode usage = control.json("/simulator/usage").at("/users/0");

        assertThat(struck.path("serverError").asInt() + struck.path("htmlBody").asInt())
                .isPositive();
        assertThat(usage.path("overQuota").asInt()).isZero();
        assertThat(usage.path("mostInAnHour").asInt()).isBetween(350, 420);
        assertThat(usage.path("days").path("2026-10-15").asInt())
                .isEqualTo(usage.path("mostInAnHour").asInt());
    }

    @Test
    void aRefreshTokenDiesOnce() {
        JsonNode users = begin("{\"users\":5,\"days\":3,\"seed\":1}");
        String dying =
                users.valueStream()
                        .filter(user -> user.path("special").toString().contains("expiredRefresh"))
                        .findFirst()
                        .orElseThrow()
                        .path("userId")
                        .asText();
        TokenPair tokens = consent(dying);
        simulator.advance(Duration.ofDays(2));
        HttpResponse<String> refused =
                new Phone(simulator)
                        .asApplication()
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .post(
                                "/oauth2/token",
                                "grant_type=refresh_token&refresh_token=" + tokens.refreshToken());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Phone.errorType(refused)).isEqualTo("invalid_grant");
        assertThat(control.json("/simulator/lives/struck").path("expiredRefresh").asInt())
                .isEqualTo(1);
    }

    @Test
    void ofSomebodyWhoseTokenDiesOnlyWhatIsSettledIsTold() {
        JsonNode users = begin("{\"users\":5,\"days\":9,\"seed\":1}");
        simulator.advance(Duration.ofDays(9));
        for (JsonNode user : users) {
            boolean isDying = user.path("special").toString().contains("expiredRefresh");
            String owner = user.path("userId").asText();
            String truth = control.get("/simulator/truth?owner=" + owner).body();

            assertThat(truth.contains("\"localDate\":\"2026-10-15\"")).isTrue();
            assertThat(
                            truth.contains(
                                    "\"recordType\":\"steps\",\"owner\":\""
                                            + owner
                                            + "\",\"localDate\":\"2026-10-18\""))
                    .as(user.toString())
                    .isEqualTo(!isDying);
        }
    }

    @Test
    void everySpecialOfAPlayStrikes() {
        begin("{\"users\":12,\"days\":14,\"seed\":2}");
        simulator.advance(Duration.ofDays(30));
        JsonNode struck = control.json("/simulator/lives/struck");

        struck.properties().stream()
                .filter(entry -> !entry.getKey().equals("expiredRefresh"))
                .forEach(entry ->
                        assertThat(entry.getValue().asInt()).as(entry.getKey()).isPositive());
        assertThat(control.json("/simulator/lives/next").path("next").isNull()).isTrue();
    }

    private String next() {
        JsonNode next = control.json("/simulator/lives/next").path("next");
        return next.isNull() ? "" : next.asText();
    }

    private JsonNode begin(String body) {
        HttpResponse<String> answer = control.post("/simulator/lives", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Phone.read(answer).path("users");
    }

    private void subscribe(String userId) {
        Phone phone = phone(userId);
        for (String collection : new String[] {"activities", "sleep", "body"}) {
            String path =
                    "/1/user/-/"
                            + collection
                            + "/apiSubscriptions/"
                            + userId
                            + collection
                            + ".json";
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    int status = phone.post(path, "").statusCode();
                    if (status == 201 || status == 200) {
                        break;
                    }
                } catch (UncheckedIOException e) {
                    assertThat(e).isNotNull();
                }
            }
        }
    }

    private Phone phone(String userId) {
        return new Phone(simulator).as(consent(userId));
    }

    private TokenPair consent(String userId) {
        return simulator.hasConsent(
                simulator.users().stream()
                        .filter(one -> one.id().equals(userId))
                        .findFirst()
                        .orElseThrow(),
                Phone.ALL_SCOPES);
    }
}
