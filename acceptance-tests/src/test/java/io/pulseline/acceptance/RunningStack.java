package io.pulseline.acceptance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Topics;
import io.pulseline.localstack.LocalStack;
import io.pulseline.localstack.Part;
import io.pulseline.localstack.Progress;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The whole stack as processes, started once for all tests and stopped when their JVM ends. Its
 * services follow the simulator's clock, so that tests can move time on.
 */
final class RunningStack {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SIMULATOR = "http://localhost:" + Part.SIMULATOR.port();

    private static final class Shared {
        private static final RunningStack STACK = new RunningStack();
    }

    private final LocalStack stack;

    private RunningStack() {
        this.stack = LocalStack.of(ROOT, stateOfThisRun(), Map.of());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stack.stop(Progress.silent()), "stop the stack"));
        stack.start(Progress.silent());
    }

    /**
     * Of its own for each run: what an earlier one left must not count; its logs stay to be read.
     */
    private static Path stateOfThisRun() {
        return Path.of("target", "stack", Long.toString(System.currentTimeMillis()))
                .toAbsolutePath();
    }

    /** The one stack of this JVM, started by the first who asks. */
    static RunningStack shared() {
        return Shared.STACK;
    }

    String address() {
        return stack.publicUrl();
    }

    String simulator() {
        return SIMULATOR;
    }

    String demoPassword() {
        return stack.users().demo();
    }

    /** The directory in which the file archive keeps each user's folder. */
    Path archive() {
        return stack.archive();
    }

    String registryUrl() {
        return stack.registryUrl();
    }

    /** A request to the simulator's controls. */
    RequestSpecification atSimulator() {
        return given().baseUri(SIMULATOR).contentType(ContentType.JSON);
    }

    /** Makes a pipeline of the demo user; its id. */
    String makesPipeline(Map<String, Object> pipeline) {
        return asUser().contentType(ContentType.JSON)
                .body(pipeline)
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .path("pipelineId");
    }

    /**
     * Removes the demo user's pipelines, so that what a test does is delivered by its own alone.
     */
    void deletesPipelines() {
        List<String> ids =
                asUser().get("/api/pipelines")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("pipelineId");
        ids.forEach(id -> asUser().delete("/api/pipelines/" + id).then().statusCode(204));
    }

    /**
     * Connects Strava, as the demo user's browser would; the simulator says yes by itself.
     *
     * @return who the user is at Strava
     */
    String connectsStrava() {
        Response setOut =
                asUser().redirects()
                        .follow(false)
                        .get("/targets/strava/connect")
                        .then()
                        .statusCode(303)
                        .extract()
                        .response();
        String callback =
                given().urlEncodingEnabled(false)
                        .redirects()
                        .follow(false)
                        .get(setOut.header("Location"))
                        .then()
                        .statusCode(302)
                        .extract()
                        .header("Location");
        comesBack(setOut, callback);
        return asUser().get("/api/target-grants")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("find { it.target == 'strava' }.remoteId");
    }

    /** The browser that set out follows the way back from a place where its user said yes. */
    static void comesBack(Response setOut, String callback) {
        given().urlEncodingEnabled(false)
                .cookies(setOut.cookies())
                .get(callback)
                .then()
                .statusCode(200);
    }

    /** Somebody at the simulator's intervals.icu: {@code athleteId} and {@code key}. */
    JsonPath newAthlete() {
        return atSimulator()
                .body(Map.of())
                .post("/simulator/intervals/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** A request with the demo user's login. */
    RequestSpecification asUser() {
        return given().baseUri(address()).auth().preemptive().basic("demo", demoPassword());
    }

    /** {@code kill -9}. */
    void kill(String service) {
        stack.kill(Part.of(service));
    }

    /** Starts a service that does not run, and waits until it is ready. */
    void start(String service) {
        stack.start(Part.of(service));
    }

    void stopPostgres() {
        stack.stop(Part.POSTGRES);
    }

    void startPostgres() {
        stack.start(Part.POSTGRES);
    }

    /** Moves simulated time on, for the simulator and for the services that follow it. */
    void advanceClock(Duration by) {
        given().baseUri(SIMULATOR)
                .contentType(ContentType.JSON)
                .body(Map.of("advanceSeconds", by.toSeconds()))
                .post("/simulator/clock")
                .then()
                .statusCode(200);
    }

    /**
     * Everybody at the simulator deletes their account, so that no tracker of an earlier test syncs
     * for the same login.
     */
    void forgetsEverybody() {
        List<String> users =
                given().baseUri(SIMULATOR)
                        .get("/simulator/users")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("users.userId");
        users.forEach(user -> given().baseUri(SIMULATOR).delete("/simulator/users/" + user));
    }

    /** How often Pulseline asked Fitbit for paths that contain this text, for one user. */
    int requests(String fitbitUser, String text) {
        List<Map<String, Object>> seen =
                given().baseUri(SIMULATOR)
                        .get("/simulator/requests")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("requests");
        return (int)
                seen.stream()
                        .filter(request -> fitbitUser.equals(request.get("user")))
                        .filter(request -> String.valueOf(request.get("path")).contains(text))
                        .count();
    }

    /** Waits until Pulseline has asked more often than before. */
    void awaitMoreRequests(String fitbitUser, String text, int before) {
        await().atMost(LIMIT).until(() -> requests(fitbitUser, text) > before);
    }

    /** When ingest has last read this kind for a user of the demo login; the text of an instant. */
    String lastRead(String fitbitUser, String kind) {
        return shown(fitbitUser, kind, "lastSuccess");
    }

    private String shown(String fitbitUser, String kind, String field) {
        String connection = "find { it.providerUserId == '" + fitbitUser + "' }";
        return String.valueOf(
                asUser().get("/api/connections")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Object>get(
                                connection + ".kinds.find { it.kind == '" + kind + "' }." + field));
    }

    /**
     * Waits until ingest has noted when it looks at this kind again: what it still had to do of it
     * is done.
     */
    void awaitNoted(String fitbitUser, String kind) {
        await().atMost(LIMIT)
                .until(() ->
                        Instant.parse(shown(fitbitUser, kind, "nextDue")).isAfter(simulatedNow()));
    }

    private static Instant simulatedNow() {
        return Instant.parse(
                given().baseUri(SIMULATOR)
                        .get("/simulator/clock")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("now"));
    }

    /** How many values lie in all dead-letter topics. */
    long deadLetters() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "localhost:" + Part.KAFKA.port());
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            Topics.all().stream()
                    .filter(topic -> topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
                    .forEach(topic ->
                            ends.put(new TopicPartition(topic.name(), 0), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while counting dead letters", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("dead letters could not be counted", e);
        }
    }
}
