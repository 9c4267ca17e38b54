package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.RunChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.tier.Allowance;
import io.pulseline.pipeline.tier.Tiers;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiers that the operator has turned on: two activities a month for everybody. */
@QuarkusTest
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = {
            @ResourceArg(name = "pulseline.tiers.enabled", value = "true"),
            @ResourceArg(name = "pulseline.tiers.monthly-activities.hobbyist", value = "2"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.cleo", value = "swim"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.cleo", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.dora", value = "row"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.dora", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.otto", value = "watch"),
            @ResourceArg(
                    name = "quarkus.security.users.embedded.roles.otto",
                    value = "user,operator"),
        })
@WithTestResource(TestClock.class)
class TiersTest {
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    @Inject Clock clock;
    @Inject Tiers tiers;
    @Inject Transactions transactions;

    private final Street cleo = Street.of("cleo", "swim");
    private final Street dora = Street.of("dora", "row");
    private final Street otto = Street.of("otto", "watch");
    private final WebhookReceiver receiver = new WebhookReceiver();

    /** In which nothing has happened yet. */
    private YearMonth month = YearMonth.of(2000, 1);

    @BeforeEach
    void aNewMonthOfTheFreeTier() {
        month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).plusMonths(1);
        put(begin(month).plus(Duration.ofDays(10)));
        give(cleo, "HOBBYIST");
    }

    @AfterEach
    void tidy() {
        cleo.close();
        dora.close();
        otto.close();
        receiver.close();
    }

    @Test
    void theActivityAfterTheLastIncludedOneIsBlockedAndSaysWhy() {
        JsonPath pipeline = cleo.pipeline(Street.webhook(receiver));
        fill(pipeline);

        Activity third = activity(cleo);
        UUID run = publish(cleo, pipeline, third);

        JsonPath blocked = cleo.awaitStatus(run, "TIER_BLOCKED");
        assertThat(blocked.getString("reason"))
                .isEqualTo(
                        "3rd activity of "
                                + month.format(IN_WORDS)
                                + ", the tier HOBBYIST includes 2: run it again in "
                                + month.plusMonths(1).format(IN_WORDS)
                                + " (UTC), or when the operator has allowed you more");
        assertThat(blocked.getString("title")).isEqualTo("Morning run");
        assertThat(blocked.getList("steps")).isEmpty();
        assertThat(blocked.getList("deliveries")).isEmpty();
        assertThat(receiver.received()).hasSize(2);
        assertThat(blockedRuns(cleo)).contains(run.toString());
        awaitTold(run, "TIER_BLOCKED");
        assertThat(used(cleo)).isEqualTo(2);
    }

    @Test
    void pipelinesRevisionsAndPassesOfAnActivityCountOnce() {
        JsonPath one = cleo.pipeline(Street.kafkaTarget());
        JsonPath other = cleo.pipeline(Street.kafkaTarget());
        Activity activity = activity(cleo);
        UUID run = publish(cleo, one, activity);
        cleo.awaitStatus(run, "SYNCED");
        cleo.awaitStatus(run(other, activity), "SYNCED");

        Activity renamed = Activities.renamed(activity, "Renamed");
        cleo.publish(renamed);
        cleo.awaitRun(run, now -> isSyncedAt(now, renamed, 0));
        cleo.asks().post("/api/runs/" + run + "/again").then().statusCode(202);
        cleo.awaitRun(run, now -> isSyncedAt(now, renamed, 1));

        assertThat(used(cleo)).isEqualTo(1);
        synced(cleo, one, activity(cleo));
        assertThat(used(cleo)).isEqualTo(2);
    }

    @Test
    void aBlockedActivityGoesThroughInANewMonthAndCountsInIt() {
        JsonPath pipeline = cleo.pipeline(Street.webhook(receiver));
        fill(pipeline);
        UUID run = publish(cleo, pipeline, activity(cleo));
        cleo.awaitStatus(run, "TIER_BLOCKED");

        again(run);
        cleo.awaitRun(run, now -> now.getInt("pass") == 1 && isBlockedAs(now, "3rd activity of "));
        nextMonthBegins();
        assertThat(used(cleo)).isZero();
        again(run);

        JsonPath through = cleo.awaitStatus(run, "SYNCED");
        assertThat(through.getString("reason")).isNull();
        assertThat(receiver.received()).hasSize(3);
        assertThat(used(cleo)).isEqualTo(1);
    }

    @Test
    void aBlockedActivityGoesThroughOnceTheOperatorHasAllowedMore() {
        JsonPath pipeline = cleo.pipeline(Street.webhook(receiver));
        fill(pipeline);
        Activity third = activity(cleo);
        UUID run = publish(cleo, pipeline, third);
        cleo.awaitStatus(run, "TIER_BLOCKED");
        cleo.asks()
                .post("/api/runs/" + run + "/targets/" + pipeline.getString("targets[0].targetId"))
                .then()
                .statusCode(409);
        give(cleo, "ATHLETE");

        again(run);

        cleo.awaitStatus(run, "SYNCED");
        assertThat(used(cleo)).isEqualTo(3);
        give(cleo, "HOBBYIST");
        UUID fourth = publish(cleo, pipeline, activity(cleo));
        cleo.awaitRun(fourth, now -> isBlockedAs(now, "4th activity of "));
    }

    @Test
    void whoeverWasToldOfAnActivityIsToldOfItsCorrectionAndDeletion() {
        JsonPath pipeline = cleo.pipeline(Street.webhook(receiver));
        Activity first = activity(cleo);
        UUID run = synced(cleo, pipeline, first);
        synced(cleo, pipeline, activity(cleo));

        Activity renamed = Activities.renamed(first, "Renamed");
        cleo.publish(renamed);
        cleo.awaitRun(run, now -> isSyncedAt(now, renamed, 0));
        nextMonthBegins();
        Activity deleted = Activities.renamed(renamed, "");
        deleted.setDeleted(true);
        cleo.publish(Activities.hashed(deleted));
        cleo.awaitRun(run, now -> isSyncedAt(now, deleted, 0));

        assertThat(receiver.received())
                .extracting(one -> one.json().path("type").asText())
                .containsExactly(
                        "activity.created",
                        "activity.created",
                        "activity.updated",
                        "activity.deleted");
        assertThat(used(cleo)).isZero();
    }

    @Test
    void theMonthOfAnotherUserIsTheirOwn() {
        fill(cleo.pipeline(Street.kafkaTarget()));

        synced(dora, dora.pipeline(Street.kafkaTarget()), activity(dora));

        assertThat(used(dora)).isEqualTo(1);
        assertThat(used(cleo)).isEqualTo(2);
    }

    @Test
    void aMonthEndsAtMidnightInUtc() {
        put(begin(month.plusMonths(1)).minus(Duration.ofMinutes(5)));
        JsonPath pipeline = cleo.pipeline(Street.kafkaTarget());
        fill(pipeline);
        assertThat(cleo.asks().get("/api/tier").jsonPath().getString("startsAnewAt"))
                .isEqualTo(begin(month.plusMonths(1)).toString());

        nextMonthBegins();

        synced(cleo, pipeline, activity(cleo));
        cleo.asks()
                .get("/api/tier")
                .then()
                .body("enabled", equalTo(true))
                .body("userId", equalTo(cleo.user().toString()))
                .body("tier", equalTo("HOBBYIST"))
                .body("monthlyLimit", equalTo(2))
                .body("usedThisMonth", equalTo(1))
                .body("startsAnewAt", equalTo(begin(month.plusMonths(2)).toString()));
    }

    @Test
    void aBoosterAboveTheTierIsSkippedUntilTheTierIsGiven() {
        String body =
                """
                {"name": "Routes", "trigger": {"record": "activity"},
                 "boosters": [{"id": "route-thumbnail", "required": true}, {"id": "source-link"}],
                 "targets": [%s]}\
                """
                        .formatted(Street.webhook(receiver));
        JsonPath pipeline =
                cleo.asks()
                        .body(body)
                        .post("/api/pipelines")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        UUID run = synced(cleo, pipeline, activity(cleo));

        JsonPath skipped = cleo.run(run);
        assertThat(skipped.getString("steps[0].status")).isEqualTo("SKIPPED");
        assertThat(skipped.getString("steps[0].reason")).isEqualTo("needs the tier ATHLETE");
        assertThat(skipped.getString("steps[2].status")).isEqualTo("DELIVERED");
        give(cleo, "ATHLETE");
        again(run);

        JsonPath asked = cleo.awaitRun(run, now -> now.getInt("pass") == 1 && isSynced(now));
        assertThat(asked.getString("steps[0].reason")).isEqualTo("fewer than 10 positions");
    }

    @Test
    void onlyOperatorsGiveTiersAndSeeThoseOfOthers() {
        cleo.asks()
                .body("{\"tier\": \"ATHLETE\"}")
                .put(path(cleo.user()))
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        dora.asks().get(path(cleo.user())).then().statusCode(403);
        assertThat(cleo.asks().get("/api/tier").jsonPath().getString("tier")).isEqualTo("HOBBYIST");

        give(cleo, "ATHLETE")
                .body("userId", equalTo(cleo.user().toString()))
                .body("tier", equalTo("ATHLETE"))
                .body("monthlyLimit", nullValue());
        otto.asks().get(path(cleo.user())).then().body("tier", equalTo("ATHLETE"));
        otto.asks().get(path(UUID.randomUUID())).then().body("tier", equalTo("HOBBYIST"));
        otto.asks().get("/api/users/cleo/tier").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tier\": \"GOLD\"}",
                "{\"tier\": null}",
                "{}",
                "[]",
                "{\"tier\": \"ATHLETE\", \"until\": \"2027-01-01\"}",
                "ATHLETE",
            })
    void whatIsNoTierIsRefused(String body) {
        otto.asks()
                .body(body)
                .put(path(cleo.user()))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");

        assertThat(cleo.asks().get("/api/tier").jsonPath().getString("tier")).isEqualTo("HOBBYIST");
    }

    @Test
    void manyRunsAtOnceTakeNoMorePlacesThanThereAre() throws Exception {
        UUID user = UUID.randomUUID();
        Map<UUID, Set<Boolean>> answers = new ConcurrentHashMap<>();
        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            for (int thing = 0; thing < 8; thing++) {
                UUID record = UUID.randomUUID();
                answers.put(record, ConcurrentHashMap.newKeySet());
                for (int pipeline = 0; pipeline < 3; pipeline++) {
                    asked.add(
                            replicas.submit(
                                    () -> answers.get(record).add(isAdmitted(user, record))));
                }
            }
            for (Future<?> one : asked) {
                one.get();
            }
        }

        assertThat(answers.values()).filteredOn(Set.of(true)::equals).hasSize(2);
        assertThat(answers.values()).filteredOn(Set.of(false)::equals).hasSize(6);
        otto.asks().get(path(user)).then().body("usedThisMonth", equalTo(2));
    }

    private boolean isAdmitted(UUID user, UUID record) {
        Allowance allowance =
                transactions.writeAndWait(() -> tiers.admit(user, record, clock.instant()));
        return allowance.blocked() == null;
    }

    /** Takes both places of the month. */
    private void fill(JsonPath pipeline) {
        synced(cleo, pipeline, activity(cleo));
        synced(cleo, pipeline, activity(cleo));
        assertThat(used(cleo)).isEqualTo(2);
    }

    private Activity activity(Street whose) {
        return Activities.run(whose.user(), UUID.randomUUID().toString(), clock.instant());
    }

    private static UUID run(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }

    private static UUID publish(Street whose, JsonPath pipeline, Activity activity) {
        whose.publish(activity);
        return run(pipeline, activity);
    }

    private static UUID synced(Street whose, JsonPath pipeline, Activity activity) {
        UUID run = publish(whose, pipeline, activity);
        whose.awaitStatus(run, "SYNCED");
        return run;
    }

    private void again(UUID run) {
        cleo.asks().post("/api/runs/" + run + "/again").then().statusCode(202);
    }

    private static boolean isSynced(JsonPath run) {
        return "SYNCED".equals(run.getString("status"));
    }

    private static boolean isSyncedAt(JsonPath run, Activity revision, int pass) {
        return isSynced(run)
                && run.getLong("revision") == revision.getRevision()
                && run.getInt("pass") == pass;
    }

    private static boolean isBlockedAs(JsonPath run, String beginning) {
        return "TIER_BLOCKED".equals(run.getString("status"))
                && run.getString("reason").startsWith(beginning);
    }

    private static Set<String> blockedRuns(Street whose) {
        return whose
                .asks()
                .queryParam("status", "TIER_BLOCKED")
                .get("/api/runs")
                .jsonPath()
                .getList("runs.runId", String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private static int used(Street whose) {
        return whose.asks().get("/api/tier").jsonPath().getInt("usedThisMonth");
    }

    private ValidatableResponse give(Street whom, String tier) {
        return otto.asks()
                .body("{\"tier\": \"" + tier + "\"}")
                .put(path(whom.user()))
                .then()
                .statusCode(200);
    }

    private static String path(UUID user) {
        return "/api/users/" + user + "/tier";
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void nextMonthBegins() {
        // The service follows by some milliseconds, and not always by the same.
        put(begin(month.plusMonths(1)).plusSeconds(1));
    }

    /** Puts the clock forward and waits until the service has noticed. */
    private void put(Instant now) {
        // Injected, every other test would have to have it too.
        TestClock.set(ConfigProvider.getConfig().getValue(TestClock.ADDRESS, URI.class), now);
        await().atMost(Street.LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !clock.instant().isBefore(now));
    }

    private void awaitTold(UUID run, String status) {
        try (AvroCodec<RunChanged> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_RUNS,
                        RunChanged.class)) {
            await().atMost(Street.LIMIT)
                    .until(() ->
                            cleo.kafka().everythingIn(Topics.PIPELINE_RUNS).stream()
                                    .map(entry -> codec.decode(entry.value()))
                                    .anyMatch(change ->
                                            change.getRunId().equals(run.toString())
                                                    && change.getStatus().equals(status)));
        }
    }
}
