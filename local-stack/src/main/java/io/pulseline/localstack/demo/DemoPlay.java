package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.Sleeper;
import io.pulseline.localstack.client.StepFailedException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The play itself: connect, run, and look at what arrives at every stop of the street. */
final class DemoPlay implements AutoCloseable {
    /** Each stop must come true within this time; the promise on an idle machine is 2 s. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int WORKOUT_MINUTES = 32;

    /** Somebody else each time: of the same night nothing would be published twice. */
    private static final int PEOPLE = 1_000_000;

    /** Simulated time; longer than the steps up to the run take on the slowest machine. */
    private static final Duration FOR_THE_RUN = Duration.ofMinutes(12);

    private static final Duration UNTIL_FIRST_SYNC =
            FOR_THE_RUN.plus(DemoStrength.LENGTH).plus(DemoStrength.SYNCED_AFTER);

    private final Script script;
    private final ProviderSide side;
    private final Pulseline pulseline;
    private final Simulator simulator;
    private final TopicTail<ConnectionChanged> connections;
    private final TopicTail<PayloadCaptured> payloads;
    private final TopicTail<Activity> activities;
    private final TopicTail<SourceRequest> requests;
    private final HealthTails health;
    private final DemoTargets targets;

    private Optional<Sleeper> person = Optional.empty();
    private String providerUser = "";
    private String connectionId = "";
    private String recordId = "";
    private String logId = "";
    private JsonNode truth = Http.JSON.createObjectNode();
    private long notifiedAtNanos;

    DemoPlay(DemoAddresses addresses, ProviderSide side, Script script) {
        this.script = script;
        this.side = side;
        this.pulseline =
                new Pulseline(addresses.pulseline(), addresses.user(), addresses.password());
        this.simulator = new Simulator(addresses.simulator());
        this.connections =
                new TopicTail<>(addresses, Topics.SOURCE_CONNECTIONS, ConnectionChanged.class);
        this.payloads = new TopicTail<>(addresses, Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
        this.activities = new TopicTail<>(addresses, Topics.HEALTH_ACTIVITIES, Activity.class);
        this.requests = new TopicTail<>(addresses, Topics.SOURCE_REQUESTS, SourceRequest.class);
        this.health = HealthTails.open(addresses);
        this.targets = new DemoTargets(addresses, script, pulseline, simulator);
    }

    void play() {
        script.step("A stranger is turned away, the demo user is let in", this::logIn);
        targets.prepare();
        script.step("The user connects " + side.title() + " (code + PKCE)", this::connect);
        script.step("The connection is told on " + Topics.SOURCE_CONNECTIONS, this::seeConnection);
        script.step(
                "A "
                        + WORKOUT_MINUTES
                        + "-minute run ends; the signed notification of "
                        + side.title()
                        + " is taken",
                this::finishRun);
        script.step("One payload with all parts on " + Topics.SOURCE_PAYLOADS, this::seePayload);
        script.step(
                "One activity on " + Topics.HEALTH_ACTIVITIES + ", equal to the truth",
                this::seeActivity);
        targets.seeRun();
        script.step("The run is SYNCED with all its steps", this::seeRun);
        person.ifPresent(this::playOn);
    }

    /** Two acts more, of which one sync of the tracker ends the one and begins the other. */
    private void playOn(Sleeper sleeper) {
        DemoStrength strength =
                new DemoStrength(
                        script,
                        simulator,
                        pulseline,
                        side,
                        sleeper,
                        targets.workoutPipeline(),
                        targets.receiver(),
                        requests);
        DemoNight night = night(sleeper);
        strength.begins();
        night.begins();
        strength.ends();
        night.goesOn();
        strength.staysSo();
    }

    private DemoNight night(Sleeper sleeper) {
        return new DemoNight(
                script,
                simulator,
                side,
                providerUser,
                sleeper,
                new KindsRead(pulseline, connectionId),
                health,
                targets,
                new TruthCheck(simulator, side, sleeper.userId(), connectionId, payloads));
    }

    private String logIn() throws Exception {
        for (String path : new String[] {"/api/pipelines", "/api/runs", "/api/connections"}) {
            int status = pulseline.statusForAStranger(path);
            if (status != 401) {
                throw new StepFailedException(
                        path + " answered " + status + " without a login, expected 401");
            }
        }
        pulseline.get("/api/pipelines");
        return "401 without a login, 200 with it";
    }

    private String connect() throws Exception {
        // A simulator that was started anew is behind what an earlier demo moved it to. Of those
        // hours heart rate is known, and what is captured before it counts for older.
        simulator.movesTo(pulseline.lastRead());
        long seed = new SecureRandom().nextInt(PEOPLE);
        Sleeper sleeper =
                simulator.newSleeper(Afternoon.at(simulator.now()), seed, UNTIL_FIRST_SYNC);
        person = Optional.of(sleeper);
        providerUser = simulator.usersAt(side).getOrDefault(sleeper.userId(), "");
        pulseline.connect(simulator, side, sleeper.userId());
        JsonNode connection =
                Await.until(
                        "connection of " + providerUser + " in state CONNECTED",
                        LIMIT,
                        () ->
                                pulseline
                                        .connectionOf(providerUser)
                                        .filter(c -> "CONNECTED".equals(c.path("state").asText())));
        connectionId = connection.path("connectionId").asText();
        return side.title()
                + " user "
                + providerUser
                + " CONNECTED with "
                + connection.path("grantedScopes").size()
                + " scopes";
    }

    private String seeConnection() throws Exception {
        var seen =
                connections.await(
                        "ConnectionChanged of " + providerUser,
                        LIMIT,
                        c ->
                                providerUser.equals(c.getProviderUserId())
                                        && "CONNECTED".equals(c.getState()));
        return "connection " + seen.value().getConnectionId();
    }

    private String finishRun() throws Exception {
        ObjectNode run = Http.JSON.createObjectNode();
        run.put("type", "Run").put("minutes", WORKOUT_MINUTES).put("gps", true).put("notify", true);
        notifiedAtNanos = System.nanoTime();
        truth = simulator.finishesActivity(person.orElseThrow().userId(), run);
        logId = truth.path("logId").asText();
        int status = truth.path("notificationStatus").asInt();
        if (status != 204) {
            throw new StepFailedException(
                    "the notification was answered with " + status + ", expected 204");
        }
        return "log " + logId + ", 204 after Kafka had it";
    }

    private String seePayload() throws Exception {
        var seen =
                payloads.await(
                        "payload of log " + logId,
                        LIMIT,
                        p -> p.getThingKey().endsWith(":" + logId));
        PayloadCaptured payload = seen.value();
        if (!"COMPLETE".equals(payload.getCompleteness())) {
            throw new StepFailedException(
                    "the payload is PARTIAL, missing " + payload.getMissingParts());
        }
        String parts =
                payload.getParts().stream()
                        .map(PayloadPart::getKind)
                        .collect(Collectors.joining(", "));
        long plain = payload.getParts().stream().mapToLong(PayloadPart::getUncompressedBytes).sum();
        return String.format(
                Locale.ROOT,
                "%s; %d kB for %d kB, %s",
                parts,
                seen.bytes() / 1000,
                plain / 1000,
                after(seen.atNanos()));
    }

    private String seeActivity() throws Exception {
        var seen =
                activities.await(
                        "activity of log " + logId,
                        LIMIT,
                        a -> a.getThingKey().endsWith(":" + logId));
        Activity activity = seen.value();
        recordId = activity.getRecordId();
        ActivityTruth.compare(truth, activity);
        targets.expect(new WorkoutCheck(truth, activity), notifiedAtNanos);
        return ActivityTruth.describe(activity) + ", " + after(seen.atNanos());
    }

    private String seeRun() throws Exception {
        JsonNode run =
                Await.until(
                        "run of record " + recordId + " in status SYNCED",
                        LIMIT,
                        () ->
                                pulseline
                                        .runOf(targets.workoutPipeline(), recordId)
                                        .filter(r -> "SYNCED".equals(r.path("status").asText())));
        long ids =
                StreamSupport.stream(simulator.messages(targets.receiver()).spliterator(), false)
                        .filter(message ->
                                recordId.equals(message.at("/body/data/recordId").asText()))
                        .map(message -> message.path("webhookId").asText())
                        .distinct()
                        .count();
        if (ids != 1) {
            throw new StepFailedException(
                    "the receiver saw " + ids + " webhook ids of the run, expected one");
        }
        return StreamSupport.stream(run.path("steps").spliterator(), false)
                .map(step -> step.path("name").asText() + " " + step.path("status").asText())
                .collect(Collectors.joining(", "));
    }

    private String after(long atNanos) {
        double seconds = (atNanos - notifiedAtNanos) / 1e9;
        return String.format(Locale.ROOT, "%.2f s after the notification", seconds);
    }

    @Override
    public void close() {
        connections.close();
        payloads.close();
        activities.close();
        targets.close();
        requests.close();
        health.close();
        pulseline.close();
        simulator.close();
    }
}
