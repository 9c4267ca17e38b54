package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** One user's way through the running service: in by Kafka, out by HTTP. */
public final class Street implements AutoCloseable {
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final String password;
    private final KafkaProbe kafka =
            new KafkaProbe(Infrastructure.shared().kafka().bootstrapServers());
    private final AvroCodec<Activity> codec =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_ACTIVITIES,
                    Activity.class);

    private Street(String name, String password) {
        this.name = name;
        this.password = password;
    }

    public static Street anna() {
        return new Street("anna", "run");
    }

    public static Street ben() {
        return new Street("ben", "walk");
    }

    /** Of somebody that no other test knows. */
    public static Street of(String name, String password) {
        return new Street(name, password);
    }

    /** Of whom nobody else writes: for what is computed from all that a user ever did. */
    public static Street cora() {
        return new Street("cora", "swim");
    }

    public UUID user() {
        return Ids.user(Ids.BUILT_IN_ISSUER, name);
    }

    public KafkaProbe kafka() {
        return kafka;
    }

    public RequestSpecification asks() {
        return logged().contentType(ContentType.JSON);
    }

    /** One of those whose pages are looked at; nobody else writes for them. */
    public static Street reader(String name) {
        return new Street(name, "reads");
    }

    /** With the login and nothing else. */
    public RequestSpecification logged() {
        return given().auth().preemptive().basic(name, password);
    }

    /** A body as it is, under a media type of our choice. */
    public RequestSpecification sends(String mediaType, byte[] body) {
        EncoderConfig asItIs =
                EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(mediaType, ContentType.BINARY);
        return logged().config(RestAssuredConfig.config().encoderConfig(asItIs))
                .contentType(mediaType)
                .body(body);
    }

    public void publish(Activity activity) {
        publish(codec.encode(activity));
    }

    /** Sends it, and waits until its run is that of this revision and at rest. */
    public JsonPath publishedAndRun(Activity activity, UUID runId) {
        publish(activity);
        return awaitRun(
                runId,
                run ->
                        run.getLong("revision") == activity.getRevision()
                                && !run.getString("status").equals("RUNNING"));
    }

    void publish(byte[] value) {
        kafka.produce(Topics.HEALTH_ACTIVITIES, user().toString(), value, Map.of());
    }

    /** A pipeline with both boosters and these targets. */
    public JsonPath pipeline(String... targets) {
        String body =
                """
                {"name": "Runs", "trigger": {"record": "activity"},
                 "boosters": [
                   {"id": "type-mapper", "configuration": {"rules": [
                     {"field": "title", "match": "contains", "value": "treadmill",
                      "type": "TREADMILL_RUN"}]}},
                   {"id": "heart-rate-zones", "configuration": {}}],
                 "targets": [%s]}\
                """
                        .formatted(String.join(",", targets));
        return asks().body(body).post("/api/pipelines").then().statusCode(201).extract().jsonPath();
    }

    public static String webhook(WebhookReceiver receiver) {
        return """
        {"id": "webhook", "configuration": {"url": "%s"}}\
        """
                .formatted(receiver.url());
    }

    public static String kafkaTarget() {
        return "{\"id\": \"kafka\"}";
    }

    /** Removes the user's pipelines, so that the next test finds none. */
    public void removePipelines() {
        List<String> ids = asks().get("/api/pipelines").jsonPath().getList("pipelineId");
        ids.forEach(id -> asks().delete("/api/pipelines/" + id).then().statusCode(204));
    }

    public JsonPath run(UUID runId) {
        return asks().get("/api/runs/" + runId).jsonPath();
    }

    /** Waits until the run is as wanted, and gives it. */
    public JsonPath awaitRun(UUID runId, Predicate<JsonPath> wanted) {
        return await("run " + runId)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                // Until it is made there is a problem in its place.
                .until(() -> run(runId), run -> run.getString("runId") != null && wanted.test(run));
    }

    public JsonPath awaitStatus(UUID runId, String status) {
        return awaitRun(runId, run -> status.equals(run.getString("status")));
    }

    @Override
    public void close() {
        removePipelines();
        kafka.close();
        codec.close();
    }
}
