package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.Sleeper;
import io.pulseline.localstack.client.StepFailedException;
import io.pulseline.localstack.play.PersonTruth;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The act around the tracker's sync: a strength workout that another device recorded without heart
 * rate. Its run waits and asks until the tracker has synced, and nobody hears of it before.
 *
 * <p>The tracker felt the workout but recorded nothing, so the provider has heart rate and no log;
 * and of a sync Fitbit tells nothing that would have heart rate read. What comes is what the
 * waiting run asked for.
 */
final class DemoStrength {
    /** From the end of the workout, and of its upload, to the sync. */
    static final Duration SYNCED_AFTER = Duration.ofMinutes(3);

    static final Duration LENGTH = Duration.ofMinutes(45);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The waiting booster asks again after 1 and after 3 minutes. */
    private static final Duration SECOND_ASK = Duration.ofMinutes(1);

    private static final Duration THIRD_ASK = Duration.ofMinutes(3);

    private final Script script;
    private final Simulator simulator;
    private final DemoClock clock;
    private final Pulseline pulseline;
    private final ProviderSide side;
    private final Sleeper person;
    private final String pipelineId;
    private final String receiver;
    private final TopicTail<SourceRequest> requests;

    private JsonNode workout = Http.JSON.createObjectNode();
    private String recordId = "";
    private long revision;
    private Instant firstAsk = Instant.MAX;

    /**
     * @param person who wears the tracker; its first sync is still to come, by more than the
     *     workout and {@link #SYNCED_AFTER}
     * @param receiver of the pipeline's webhooks
     */
    DemoStrength(
            Script script,
            Simulator simulator,
            Pulseline pulseline,
            ProviderSide side,
            Sleeper person,
            String pipelineId,
            String receiver,
            TopicTail<SourceRequest> requests) {
        this.script = script;
        this.simulator = simulator;
        this.clock = new DemoClock(simulator);
        this.pulseline = pulseline;
        this.side = side;
        this.person = person;
        this.pipelineId = pipelineId;
        this.receiver = receiver;
        this.requests = requests;
    }

    /** Up to the run that waits; time stands a minute or two before the sync afterwards. */
    void begins() {
        script.step(
                LENGTH.toMinutes()
                        + " minutes of strength end; another device's FIT file of it is taken",
                this::uploads);
        script.step("Its run waits for the tracker's heart rate; nobody hears of it", this::waits);
    }

    /** After the sync. */
    void ends() {
        script.step(
                SYNCED_AFTER.toMinutes()
                        + " minutes later the tracker has synced: one webhook, heart rate equal to"
                        + " the truth",
                this::completes);
    }

    /** When much more time has passed. */
    void staysSo() {
        script.step("Of the strength workout nobody was told twice", this::isToldOnce);
    }

    private String uploads() throws Exception {
        Instant end = person.firstSync().minus(SYNCED_AFTER);
        ObjectNode plan = Http.JSON.createObjectNode();
        plan.put("type", "Weights").put("minutes", LENGTH.toMinutes()).put("end", end.toString());
        plan.put("notify", false).putArray("quirks").add("withoutLog");
        plan.put("heartRateAvailableAfterSeconds", SYNCED_AFTER.toSeconds());
        workout = simulator.finishesActivity(person.userId(), plan);
        clock.movesTo(end, DemoClock.PIPELINE);
        StrengthFile file = new StrengthFile(end.minus(LENGTH), LENGTH, person.zone());
        byte[] bytes = file.bytes(1 + new SecureRandom().nextInt(Integer.MAX_VALUE - 1));
        JsonNode taken = pulseline.uploadsFit(bytes);
        recordId = taken.path("recordId").asText();
        revision = taken.path("revision").asLong();
        return file.sets()
                + " sets, no heart rate, no GPS, "
                + bytes.length
                + " bytes; 202 after Kafka had it";
    }

    private String waits() throws Exception {
        JsonNode run = runIn("WAITING");
        firstAsk = ask("first", Instant.MIN);
        simulator.movesTo(firstAsk.plus(SECOND_ASK));
        var _ = ask("second", firstAsk);
        if (!toldOf().isEmpty()) {
            throw new StepFailedException("a webhook tells of the workout while its run waits");
        }
        return "WAITING: "
                + run.path("reason").asText()
                + "; heart rate asked for at once and after "
                + SECOND_ASK.toMinutes()
                + " min, no webhook";
    }

    /** When this run's next request after that moment was made. */
    private Instant ask(String which, Instant after) throws Exception {
        SourceRequest request =
                requests.await(
                                "the " + which + " request for heart rate",
                                LIMIT,
                                one -> isOurs(one) && requestedAt(one).isAfter(after))
                        .value();
        return requestedAt(request);
    }

    private boolean isOurs(SourceRequest request) {
        UUID run = Ids.run(UUID.fromString(pipelineId), UUID.fromString(recordId));
        UUID ours = Ids.request(run, revision, request.getRequestedEpochMillis());
        return ours.toString().equals(request.getRequestId());
    }

    private static Instant requestedAt(SourceRequest request) {
        return Instant.ofEpochMilli(request.getRequestedEpochMillis());
    }

    private String completes() throws Exception {
        simulator.movesTo(firstAsk.plus(THIRD_ASK));
        JsonNode run = runIn("SYNCED");
        JsonNode message = toldOnce().path("body");
        PersonTruth truth = PersonTruth.read(simulator, person.userId(), side);
        String heartRate = StrengthTruth.compared(workout, truth.heartRate(), message.path("data"));
        String boosts =
                StreamSupport.stream(run.path("steps").spliterator(), false)
                        .map(step ->
                                step.path("name").asText() + " " + step.path("status").asText())
                        .collect(Collectors.joining(", "));
        return message.path("type").asText() + ", " + heartRate + "; " + boosts;
    }

    private String isToldOnce() throws Exception {
        return "1 webhook, " + toldOnce().path("webhookId").asText();
    }

    /** The one message about the workout. */
    private JsonNode toldOnce() throws Exception {
        List<JsonNode> told = toldOf();
        if (told.size() != 1 || !told.getFirst().path("verified").asBoolean()) {
            throw new StepFailedException(
                    "the receiver heard of the workout "
                            + told.size()
                            + " times, expected once and verified");
        }
        return told.getFirst();
    }

    private JsonNode runIn(String status) throws Exception {
        return Await.until(
                "run of record " + recordId + " in status " + status,
                LIMIT,
                () -> pulseline.runOf(pipelineId, recordId).filter(run -> isIn(run, status)));
    }

    private static boolean isIn(JsonNode run, String status) {
        return status.equals(run.path("status").asText());
    }

    /** Messages about the workout, verified or not. */
    private List<JsonNode> toldOf() throws Exception {
        return StreamSupport.stream(simulator.messages(receiver).spliterator(), false)
                .filter(message ->
                        recordId.equals(
                                message.path("body").path("data").path("recordId").asText()))
                .toList();
    }
}
