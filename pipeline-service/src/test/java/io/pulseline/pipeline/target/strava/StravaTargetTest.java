package io.pulseline.pipeline.target.strava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.SimulatedStrava;
import io.pulseline.pipeline.StravaPlace;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.strava.StravaActivity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts one by one, as the ledger makes them, at the simulated Strava. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
@WithTestResource(StravaPlace.class)
class StravaTargetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UPLOADS = "/strava/api/v3/uploads";

    @Inject HttpCaller http;
    @Inject StravaTokens tokens;
    @Inject StravaSettings settings;
    @Inject Clock clock;

    private final Street stella = Street.of("stella", "row");
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    private final Activity activity =
            Activities.run(stella.user(), UUID.randomUUID().toString(), end);

    @BeforeEach
    void connect() {
        SimulatedStrava.connect(stella);
    }

    @AfterEach
    void tidy() {
        SimulatedStrava.simulator().reset();
        stella.asks().delete("/api/target-grants/strava");
        stella.close();
    }

    private StravaTarget target() {
        return target(settings);
    }

    /** With a budget of its own: what one test uses up is no other's matter. */
    private StravaTarget target(StravaSettings other) {
        StravaBudget budget = new StravaBudget(other, clock, _ -> 0);
        return new StravaTarget(new StravaApi(http, tokens, budget, other, clock), other, clock);
    }

    private JsonNode configuration(String json) {
        return target().read(Form.of(tree(json))).orElseThrow().configuration();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Parcel parcel(EventType event, String configuration, Parcel.History history) {
        JsonNode chosen = configuration(configuration);
        BoostedActivity boosted = new BoostedActivity();
        boosted.setActivity(activity);
        boosted.setBoosts(List.of());
        Content content = target().content(event, new Result.OfActivity(boosted), chosen);
        assertThat(content).isInstanceOf(Content.Bytes.class);
        return new Parcel(
                UUID.randomUUID(),
                UUID.fromString(activity.getRecordId()),
                activity.getRevision(),
                event,
                ((Content.Bytes) content).bytes(),
                new Recipient(UUID.randomUUID(), stella.user(), chosen, List.of()),
                history);
    }

    private Parcel created(Parcel.History history) {
        return parcel(EventType.CREATED, "{}", history);
    }

    private DeliveryOutcome sent(Parcel parcel) {
        return target().send(parcel);
    }

    /** Repeats attempts while nothing but patience is asked for. */
    private DeliveryOutcome followed(EventType event, String configuration) {
        DeliveryOutcome outcome = sent(parcel(event, configuration, Parcel.History.NONE));
        for (int attempt = 2; outcome instanceof DeliveryOutcome.Postponed postponed; attempt++) {
            assertThat(attempt).isLessThan(10);
            outcome =
                    sent(
                            parcel(
                                    event,
                                    configuration,
                                    new Parcel.History(attempt, null, postponed.progress())));
        }
        return outcome;
    }

    private static StravaActivity only() {
        assertThat(SimulatedStrava.strava().activities()).hasSize(1);
        return SimulatedStrava.strava().activities().getFirst();
    }

    private static DeliveryOutcome.Accepted accepted() {
        return new DeliveryOutcome.Accepted(Long.toString(only().id()));
    }

    @Test
    void aFileIsUploadedAndFollowedUntilItIsAnActivity() {
        DeliveryOutcome first = sent(created(Parcel.History.NONE));

        assertThat(first)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Postponed.class,
                        postponed -> {
                            assertThat(postponed.after()).isEqualTo(Duration.ofSeconds(1));
                            assertThat(postponed.progress()).startsWith("upload 16000000001 ");
                        });
        String progress = ((DeliveryOutcome.Postponed) first).progress();
        DeliveryOutcome second = sent(created(new Parcel.History(2, null, progress)));
        assertThat(second)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Postponed.class,
                        postponed ->
                                assertThat(postponed.after()).isEqualTo(Duration.ofSeconds(2)));
        progress = ((DeliveryOutcome.Postponed) second).progress();
        assertThat(sent(created(new Parcel.History(3, null, progress)))).isEqualTo(accepted());

        assertThat(SimulatedStrava.strava().uploads()).hasSize(1);
        StravaActivity there = only();
        assertThat(there.name()).isEqualTo("Morning run");
        assertThat(there.externalId()).isEqualTo(activity.getRecordId());
        assertThat(there.sportType()).isEqualTo("Run");
        assertThat(there.trainer()).isFalse();
        assertThat(there.changes()).isZero();
        assertThat(there.file().start()).isEqualTo(end.minus(Activities.ELAPSED));
        assertThat(there.file().elapsedSeconds())
                .isEqualTo((double) Activities.ELAPSED.toSeconds());
        assertThat(there.file().heartRates()).isEqualTo(120);
        assertThat(there.file().distanceMetres()).isCloseTo(5123.4, within(0.01));
    }

    @Test
    void settingsDecideOverTextsAndMarks() {
        activity.setActivityType(ActivityType.TREADMILL_RUN);
        String configuration =
                """
                {"name": "{title} of {minutes} min", "description": "{kilometres} km",
                 "hideFromHome": true}\
                """;

        assertThat(followed(EventType.CREATED, configuration))
                .isInstanceOf(DeliveryOutcome.Accepted.class);

        assertThat(only().name()).isEqualTo("Morning run of 32 min");
        assertThat(only().description()).isEqualTo("5.12 km");
        assertThat(only().hideFromHome()).isTrue();
        assertThat(only().trainer()).isTrue();
    }

    @Test
    void whatTheFileCannotSayFollowsByItself() {
        activity.setActivityType(ActivityType.PILATES);

        assertThat(followed(EventType.CREATED, "{}")).isInstanceOf(DeliveryOutcome.Accepted.class);

        assertThat(only().sportType()).isEqualTo("Pilates");
        assertThat(only().name()).isEqualTo("Morning run");
        assertThat(only().changes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatGotLostAfterTheUploadLeadsToNoSecondOne(boolean asLink) {
        SimulatedStrava.knobs("{\"processingPolls\": 0, \"duplicatesAsLink\": " + asLink + "}");
        SimulatedStrava.simulator().failNext(Fault.answerLost().onPath(UPLOADS));

        assertThat(sent(created(Parcel.History.NONE))).isInstanceOf(DeliveryOutcome.Later.class);
        assertThat(sent(created(new Parcel.History(2, null, null)))).isEqualTo(accepted());
    }

    @Test
    void theUsersOwnActivityIsLeftAlone() {
        SimulatedStrava.knobs("{\"processingPolls\": 0}");
        activity.setActivityType(ActivityType.PILATES);
        assertThat(sent(created(Parcel.History.NONE)))
                .isInstanceOf(DeliveryOutcome.Postponed.class);

        activity.setTitle("Another title");
        assertThat(sent(created(Parcel.History.NONE))).isEqualTo(accepted());
        assertThat(only().name()).isEqualTo("Morning run");
        assertThat(only().changes()).isZero();
    }

    @Test
    void anUpdateChangesWhatIsThere() {
        SimulatedStrava.knobs("{\"processingPolls\": 0}");
        assertThat(sent(created(Parcel.History.NONE))).isEqualTo(accepted());
        String remoteId = Long.toString(only().id());
        activity.setTitle("Evening run");
        activity.setDescription("along the lake");
        activity.setActivityType(ActivityType.HIKE);

        DeliveryOutcome outcome =
                sent(parcel(EventType.UPDATED, "{}", new Parcel.History(1, remoteId, null)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Accepted.class,
                        same -> assertThat(same.remoteId()).isEqualTo(remoteId));
        assertThat(only().name()).isEqualTo("Evening run");
        assertThat(only().description()).isEqualTo("along the lake");
        assertThat(only().sportType()).isEqualTo("Hike");
        assertThat(SimulatedStrava.strava().uploads()).hasSize(1);
    }

    @Test
    void anUpdateOfWhatWasNeverAcceptedIsAnUpload() {
        SimulatedStrava.knobs("{\"processingPolls\": 0}");

        assertThat(followed(EventType.UPDATED, "{}")).isEqualTo(accepted());
        activity.setTitle("Evening run");
        assertThat(followed(EventType.UPDATED, "{}")).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(only().name()).isEqualTo("Evening run");
    }

    @Test
    void anUpdateOfWhatIsGoneIsRefused() {
        DeliveryOutcome outcome =
                sent(parcel(EventType.UPDATED, "{}", new Parcel.History(1, "42", null)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith("Strava does not know activity 42 of yours"));
    }

    @Test
    void aRejectedFileIsNeverSentAgain() {
        SimulatedStrava.knobs("{\"rejection\": \"The <b>file</b> is malformed.\"}");

        assertThat(followed(EventType.CREATED, "{}"))
                .isEqualTo(
                        new DeliveryOutcome.Refused(
                                "Strava does not take the file: The file is malformed."));
    }

    @Test
    void anUploadThatNeverEndsIsGivenUp() {
        Instant longAgo = clock.instant().minus(Duration.ofHours(7));
        SimulatedStrava.knobs("{\"processingPolls\": 100}");
        DeliveryOutcome first = sent(created(Parcel.History.NONE));
        assertThat(first).isInstanceOf(DeliveryOutcome.Postponed.class);
        String progress = new StravaProgress.Uploaded("16000000001", longAgo, 30, false).text();

        assertThat(sent(created(new Parcel.History(40, null, progress))))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("in 6 h"));
    }

    @Test
    void troubleOnTheWayIsTriedAgain() {
        for (Fault fault :
                List.of(
                        Fault.serverError(503),
                        Fault.htmlBody(502),
                        Fault.halfAnswer(),
                        Fault.emptyBody(),
                        Fault.hang().lasting(Duration.ofSeconds(4)))) {
            SimulatedStrava.simulator().failNext(fault.onPath(UPLOADS));

            assertThat(sent(created(Parcel.History.NONE)))
                    .as("%s", fault)
                    .isInstanceOf(DeliveryOutcome.Later.class);
        }
        // The one that hung ends later there than here.
        await().atMost(Street.LIMIT).until(() -> SimulatedStrava.seen(UPLOADS).size() == 5);
    }

    @Test
    void aTokenThatIsRefusedOnceIsReplaced() {
        SimulatedStrava.knobs("{\"processingPolls\": 0}");
        SimulatedStrava.strava().expiresAccessTokens();

        assertThat(sent(created(Parcel.History.NONE))).isEqualTo(accepted());
        assertThat(SimulatedStrava.seen(UPLOADS))
                .extracting(request -> request.status())
                .containsExactly(401, 201);
    }

    @Test
    void tokensThatAreRefusedForGoodPauseTheTarget() {
        SimulatedStrava.simulator().failNext(Fault.expiredToken().onPath(UPLOADS).times(2));

        assertThat(sent(created(Parcel.History.NONE)))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Paused.class,
                        paused ->
                                assertThat(paused.reason())
                                        .isEqualTo(
                                                "Strava wants to be connected again:"
                                                        + " /targets/strava/connect"));
    }

    @Test
    void withoutAConsentTheTargetRests() {
        stella.asks().delete("/api/target-grants/strava").then().statusCode(204);

        assertThat(sent(created(Parcel.History.NONE)))
                .isEqualTo(
                        new DeliveryOutcome.Paused(
                                "Strava is not connected yet: /targets/strava/connect"));
    }

    @Test
    void aSpentRateLimitPostponesAndForgetsNothing() {
        SimulatedStrava.knobs("{\"fifteenMinutes\": 0}");
        String progress =
                new StravaProgress.Uploaded("16000000001", clock.instant(), 1, false).text();

        assertThat(sent(created(new Parcel.History(2, null, progress))))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Postponed.class,
                        postponed -> {
                            assertThat(postponed.progress()).isEqualTo(progress);
                            assertThat(postponed.after())
                                    .isBetween(Duration.ZERO, Duration.ofMinutes(16));
                        });
    }

    @Test
    void whatIsSpentIsNotAskedFor() {
        StravaTarget target =
                target(
                        StravaBudgetTest.settings(
                                Map.of(
                                        "pulseline.strava.client-id", "178293",
                                        "pulseline.strava.client-secret", "s",
                                        "pulseline.strava.api-url", settings.apiUrl().toString(),
                                        "pulseline.strava.requests-per-day", "0")));

        assertThat(target.send(created(Parcel.History.NONE)))
                .isInstanceOf(DeliveryOutcome.Postponed.class);
        assertThat(SimulatedStrava.seen(UPLOADS)).isEmpty();
    }

    @Test
    void aTestLeavesNothingThere() {
        Recipient recipient =
                new Recipient(UUID.randomUUID(), stella.user(), configuration("{}"), List.of());

        assertThat(target().test(recipient)).isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(SimulatedStrava.strava().uploads()).isEmpty();
        SimulatedStrava.strava().withdrawsConsent(117_000_001);
        assertThat(target().test(recipient)).isInstanceOf(DeliveryOutcome.Paused.class);
    }

    @Test
    void whatStravaDoesNotTakeIsLeftOut() {
        BoostedActivity boosted = new BoostedActivity();
        boosted.setActivity(activity);
        boosted.setBoosts(List.of());
        Result result = new Result.OfActivity(boosted);
        JsonNode none = configuration("{}");

        assertThat(target().content(EventType.DELETED, result, none))
                .isEqualTo(
                        new Content.None(
                                "Strava has no way to delete an activity: delete it there"
                                        + " yourself"));
        activity.setStartEpochMillis(null);
        assertThat(target().content(EventType.CREATED, result, none))
                .isInstanceOf(Content.None.class);
        assertThat(target().takesMetrics()).isFalse();
    }

    @Test
    void wrongSettingsAreNamedWithTheWayOut() {
        Form misspelt = Form.of(tree("{\"name\": \"{tilte}\", \"description\": \"}\"}"));
        assertThat(target().read(misspelt)).isEmpty();
        assertThat(misspelt.errors())
                .extracting(error -> error.field())
                .containsExactly("name", "description");

        Form form = Form.of(tree("{}"));
        assertThat(target(StravaBudgetTest.settings(Map.of())).read(form)).isEmpty();
        assertThat(form.errors().getFirst().reason())
                .contains("pulseline.strava.client-id", "pulseline.strava.client-secret");
    }
}
