package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.StepFailedException;
import io.pulseline.localstack.demo.Arrivals.Arrival;
import io.pulseline.localstack.demo.Arrivals.Expected;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** Every kind of target: set up, tried, and looked at when the run and the night have come. */
final class DemoTargets implements AutoCloseable {
    /** The operator's, as the services come. */
    private static final String TOPIC_PREFIX = "pipeline.";

    private static final String RUN = "the run";
    private static final String NIGHT = "the night";

    private final DemoAddresses addresses;
    private final Script script;
    private final Pulseline pulseline;
    private final Simulator simulator;
    private final Arrivals arrivals = new Arrivals();
    private final Map<String, Expected> expected = new HashMap<>();

    private Optional<DemoPlaces> places = Optional.empty();
    private Optional<TopicTail<BoostedActivity>> workouts = Optional.empty();
    private Optional<TopicTail<BoostedMetric>> nights = Optional.empty();
    private String stravaAthlete = "";
    private String workoutPipeline = "";
    private String nightPipeline = "";
    private long since;

    DemoTargets(DemoAddresses addresses, Script script, Pulseline pulseline, Simulator simulator) {
        this.addresses = addresses;
        this.script = script;
        this.pulseline = pulseline;
        this.simulator = simulator;
    }

    /** Up to two pipelines whose targets have all passed their test. */
    void prepare() {
        script.step("The user connects Strava (code)", this::connectStrava);
        script.step(
                "The user makes two pipelines: workouts to six targets, nights to five",
                this::makePipelines);
        script.step("Every target passes its test, and has no record of it", this::testThem);
    }

    private String connectStrava() throws Exception {
        stravaAthlete = pulseline.connectStrava(simulator);
        return "athlete " + stravaAthlete;
    }

    private String makePipelines() throws Exception {
        pulseline.deletesPipelines(DemoPipelines.names());
        places = Optional.of(DemoPlaces.make(simulator));
        workoutPipeline = create(pulseline.createPipeline(DemoPipelines.workouts(made())));
        nightPipeline = create(pulseline.createPipeline(DemoPipelines.nights(made())));
        return "pipeline "
                + workoutPipeline
                + " (type-mapper, fitbit-heart-rate, heart-rate-summary, heart-rate-zones), pipeline "
                + nightPipeline;
    }

    private static String create(JsonNode answer) {
        return answer.path("pipelineId").asText();
    }

    private DemoPlaces made() {
        return places.orElseThrow();
    }

    private String testThem() throws Exception {
        List<String> passed = new ArrayList<>();
        for (String pipeline : List.of(workoutPipeline, nightPipeline)) {
            for (JsonNode target : pulseline.get("/api/pipelines/" + pipeline).path("targets")) {
                JsonNode trial = pulseline.testsTarget(pipeline, target.path("targetId").asText());
                if (!"ACCEPTED".equals(trial.path("outcome").asText())) {
                    throw new StepFailedException(
                            target.path("id").asText()
                                    + " ended its test with "
                                    + trial.path("outcome").asText()
                                    + ": "
                                    + trial.path("reason").asText());
                }
                if (pipeline.equals(workoutPipeline)) {
                    passed.add(target.path("id").asText());
                }
            }
        }
        // The test has made the topics.
        workouts =
                Optional.of(
                        new TopicTail<>(
                                addresses,
                                TOPIC_PREFIX + DemoPipelines.WORKOUT_TOPIC,
                                Topics.PIPELINE_ACTIVITIES,
                                BoostedActivity.class));
        nights =
                Optional.of(
                        new TopicTail<>(
                                addresses,
                                TOPIC_PREFIX + DemoPipelines.NIGHT_TOPIC,
                                Topics.PIPELINE_METRICS,
                                BoostedMetric.class));
        return String.join(", ", passed);
    }

    String workoutPipeline() {
        return workoutPipeline;
    }

    /** Name of the webhooks' receiver. */
    String receiver() {
        return made().name();
    }

    /**
     * Begins to look for the run everywhere.
     *
     * @param notifiedAtNanos when the provider told of it
     */
    void expect(WorkoutCheck check, long notifiedAtNanos) {
        since = notifiedAtNanos;
        DemoPlaces at = made();
        expect("webhook", RUN, () -> check.webhook(simulator.messages(at.name())));
        expect("kafka", RUN, () -> check.kafka(boosted(check.recordId())));
        expect("fhir", RUN, () -> check.fhir(simulator.observations(at.name())));
        expect("strava", RUN, () -> check.strava(activitiesAt("/simulator/strava"), stravaAthlete));
        expect(
                "intervals-icu",
                RUN,
                () -> check.intervals(activitiesAt("/simulator/intervals"), at.athlete()));
        expect("file-archive", RUN, () -> fitFile(check));
    }

    /**
     * Begins to look for the night everywhere.
     *
     * @param publishedAtNanos when the last of its records was on its topic
     */
    void expect(NightCheck check, long publishedAtNanos) {
        since = publishedAtNanos;
        DemoPlaces at = made();
        expect("webhook", NIGHT, () -> check.webhook(simulator.messages(at.name())));
        expect("kafka", NIGHT, () -> check.kafka(metrics()));
        expect("fhir", NIGHT, () -> check.fhir(simulator.observations(at.name())));
        expect("intervals-icu", NIGHT, () -> check.intervals(wellness(at.athlete())));
        expect("file-archive", NIGHT, () -> csvFiles(check));
    }

    private void expect(String target, String what, Callable<String> check) {
        expected.put(target + " " + what, arrivals.expect(check));
    }

    private BoostedActivity boosted(String recordId) {
        return workouts.orElseThrow().all(one -> recordId.equals(one.getRecordId())).stream()
                .map(TopicTail.Seen::value)
                .findFirst()
                .orElseThrow(() -> new StepFailedException("the run is not on its topic"));
    }

    private List<BoostedMetric> metrics() {
        return nights.orElseThrow().all(_ -> true).stream().map(TopicTail.Seen::value).toList();
    }

    private JsonNode activitiesAt(String place) throws Exception {
        return simulator.get(place + "/activities").path("activities");
    }

    private JsonNode wellness(String athlete) throws Exception {
        return simulator.get("/simulator/intervals/wellness").path("athletes").path(athlete);
    }

    private String fitFile(WorkoutCheck check) throws Exception {
        Optional<ArchiveFolder> folder = folder();
        if (folder.isEmpty()) {
            return deliveredFiles("activity", workoutPipeline, check.recordId());
        }
        return check.fit(
                folder.get()
                        .file(check.recordId(), "fit")
                        .orElseThrow(() -> new StepFailedException("no FIT file in the archive")));
    }

    private String csvFiles(NightCheck check) throws Exception {
        Optional<ArchiveFolder> folder = folder();
        if (folder.isPresent()) {
            return check.archive(folder.get().tables());
        }
        String said = "";
        for (Map.Entry<String, String> record : check.recordIds().entrySet()) {
            said = deliveredFiles(record.getKey(), nightPipeline, record.getValue());
        }
        return said;
    }

    private Optional<ArchiveFolder> folder() {
        return addresses
                .archive()
                .filter(Files::isReadable)
                .map(root -> new ArchiveFolder(root, made().name()));
    }

    /** What Pulseline itself says, where the archive lies in a container. */
    private String deliveredFiles(String recordType, String pipeline, String recordId)
            throws Exception {
        boolean delivered =
                pulseline.runOf(recordType, pipeline, recordId).stream()
                        .flatMap(
                                run -> StreamSupport.stream(run.path("steps").spliterator(), false))
                        .anyMatch(step ->
                                "file-archive".equals(step.path("name").asText())
                                        && "DELIVERED".equals(step.path("status").asText()));
        if (!delivered) {
            throw new StepFailedException("the archive's file is not delivered");
        }
        return "delivered; the directory cannot be read from here (--archive)";
    }

    /** The run at every target; the webhook first, of which there is a promise. */
    void seeRun() {
        script.step("Webhook: the run, signed and equal to the truth", this::seeWebhook);
        runStep("kafka", "Kafka: " + TOPIC_PREFIX + DemoPipelines.WORKOUT_TOPIC);
        runStep("fhir", "FHIR: a panel of Observations");
        runStep("intervals-icu", "intervals.icu: the activity");
        runStep("file-archive", "File archive: the FIT file, beat by beat");
        runStep("strava", "Strava: the activity");
    }

    private void runStep(String target, String name) {
        script.step(name, () -> see(target, RUN, "after the notification"));
    }

    private String seeWebhook() throws Exception {
        String seen = see("webhook", RUN, "after the notification");
        script.remark(
                "The webhook was delivered "
                        + seen.substring(seen.lastIndexOf(", ") + 2)
                        + " (promise: 2 s on an idle machine).");
        return seen;
    }

    /** The night at every target that takes metrics. */
    void seeNight() {
        nightStep("webhook", "Webhook: the night in four messages");
        nightStep("kafka", "Kafka: " + TOPIC_PREFIX + DemoPipelines.NIGHT_TOPIC);
        nightStep("fhir", "FHIR: the night's Observations");
        nightStep("intervals-icu", "intervals.icu: the day's wellness");
        nightStep("file-archive", "File archive: the night's tables");
    }

    private void nightStep(String target, String name) {
        script.step(name, () -> see(target, NIGHT, "after the topics had it"));
    }

    private String see(String target, String what, String sinceWhat) throws Exception {
        Arrival arrival =
                Optional.ofNullable(expected.get(target + " " + what)).orElseThrow().await();
        // It may have been seen here before it was seen on the topic.
        Duration after = Duration.ofNanos(Math.max(0, arrival.atNanos() - since));
        script.arrived(new TargetLine(target, what, arrival.seen(), after));
        return String.format(
                Locale.ROOT, "%s, %.2f s %s", arrival.seen(), after.toMillis() / 1000.0, sinceWhat);
    }

    @Override
    public void close() {
        arrivals.close();
        workouts.ifPresent(TopicTail::close);
        nights.ifPresent(TopicTail::close);
    }
}
