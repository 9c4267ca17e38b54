package io.pulseline.pipeline.play;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.WebhookReceiver;
import io.pulseline.testing.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Lives through a plan: sends what its devices tell, one after the other, each when what came
 * before has settled, because boosters count what has come.
 */
public final class Person implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNDER_WAY = Set.of("RUNNING", "WAITING");

    /** Longer than a run waits for heart rate. */
    private static final Duration PATIENCE_OF_A_RUN = Duration.ofMinutes(110);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Street street;
    private final ClockHand clock;
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Fitbit fitbit;
    private final AvroCodec<HeartRateSeries> metrics =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_HEART_RATE,
                    HeartRateSeries.class);
    private final Map<Integer, Sent> sent = new LinkedHashMap<>();
    private final UUID pipeline;
    private Instant lastCapture = Instant.EPOCH;

    /** With a pipeline of many boosters that is made now. */
    public Person(Street street, ClockHand clock) {
        this.street = street;
        this.clock = clock;
        this.fitbit = new Fitbit(street.user());
        this.pipeline =
                UUID.fromString(
                        street.asks()
                                .body(pipeline(receiver))
                                .post("/api/pipelines")
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("pipelineId"));
    }

    /** Every booster that counts, and those that feed them. */
    private static String pipeline(WebhookReceiver receiver) {
        return """
        {"name": "Everything", "trigger": {"record": "activity"},
         "boosters": [
           {"id": "type-mapper", "configuration": {"rules": [
             {"field": "title", "match": "contains", "value": "treadmill",
              "type": "TREADMILL_RUN"}]}},
           {"id": "activity-filter", "configuration": {"excludeTitles": ["commute"]}},
           {"id": "fitbit-heart-rate", "configuration": {}},
           {"id": "heart-rate-summary", "configuration": {}},
           {"id": "heart-rate-zones", "configuration": {"method": "custom", "zones": [
             {"fromBeatsPerMinute": 100}, {"fromBeatsPerMinute": 120},
             {"fromBeatsPerMinute": 140}, {"fromBeatsPerMinute": 160}]}},
           {"id": "calories", "configuration":
             {"weightKilograms": 70, "ageYears": 40, "sex": "male"}},
           {"id": "pace-summary", "configuration":
             {"splits": false, "negativeSplit": false, "fatigue": false}},
           {"id": "personal-records", "configuration": {"celebrateInTitle": true}},
           {"id": "streak", "configuration":
             {"activityTypes": ["RUN", "TREADMILL_RUN"], "minimumDurationMinutes": 20}},
           {"id": "goals", "configuration": {"period": "week", "metric": "distance",
             "target": 25, "activityTypes": ["RUN", "TREADMILL_RUN"]}},
           {"id": "goals", "configuration": {"period": "month", "metric": "activities",
             "target": 20, "activityTypes": ["STRENGTH", "YOGA", "SWIM", "WALK"]}},
           {"id": "goals", "configuration": {"period": "week", "metric": "duration",
             "target": 3, "activityTypes": ["RIDE"]}},
           {"id": "distance-milestones", "configuration": {"sport": "running"}},
           {"id": "auto-increment", "configuration": {"rules": [{"contains": "parkrun"}]}}],
         "targets": [%s, %s]}\
        """
                .formatted(Street.webhook(receiver), Street.kafkaTarget());
    }

    /**
     * What was sent of an activity.
     *
     * @param revisions in their order, each once
     */
    record Sent(UUID recordId, List<Long> revisions) {}

    Sent sent(int number) {
        Sent found = sent.get(number);
        if (found == null) {
            throw new AssertionError("nothing of number " + number + " was sent");
        }
        return found;
    }

    UUID user() {
        return street.user();
    }

    WebhookReceiver receiver() {
        return receiver;
    }

    Street street() {
        return street;
    }

    UUID run(int number) {
        return Ids.run(pipeline, sent(number).recordId());
    }

    /** Takes an activity from its first sign to its end. */
    public void lives(Planned planned) {
        Workout workout = planned.first();
        clock.reach(later(workout.endedAt().plus(A_MINUTE), Plan.evening(workout.date())));
        switch (planned.story()) {
            case PLAIN -> comesOnce(workout, Acquisition.LIVE);
            case IMPORTED_LATE -> comesOnce(workout, Acquisition.LATE);
            // What follows in the topic is taken after it.
            case BEFORE_THE_PIPELINE -> send(workout, Acquisition.LIVE);
            case BACKFILLED -> send(workout, Acquisition.BACKFILL);
            case CORRECTED -> isCorrected(planned);
            case REREAD, SENT_TWICE -> comesTwice(planned);
            case DELETED, RESTORED -> vanishes(planned);
            case DELETED_WHILE_WAITING -> vanishesWhileItWaits(workout);
            case DELETED_UNSEEN -> publish(workout, fitbit.deletion(workout.number(), captured()));
            case HEART_THERE,
                    HEART_LATE,
                    HEART_TOO_LATE,
                    HEART_NEVER,
                    HEART_NOT_MEASURED,
                    HEART_OF_ONE_HALF ->
                    comesWithoutHeartRate(workout, planned.story());
        }
    }

    private void comesOnce(Workout workout, String acquisition) {
        send(workout, acquisition);
        awaitEnd(workout.number());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void isCorrected(Planned planned) {
        Activity first = fitbit.activity(planned.first(), captured());
        publish(planned.first(), first);
        awaitEnd(planned.number());
        for (Workout told : planned.told().subList(1, planned.told().size())) {
            publish(told, fitbit.activity(told, captured()));
            awaitEnd(told.number());
        }
        street.publish(first);
    }

    private void comesTwice(Planned planned) {
        Workout workout = planned.first();
        if (workout.source() != Source.FITBIT) {
            upload(workout);
            awaitEnd(workout.number());
            clock.goOn(A_MINUTE);
            upload(workout);
            return;
        }
        Activity activity = fitbit.activity(workout, captured());
        publish(workout, activity);
        awaitEnd(workout.number());
        if (planned.story() == Story.REREAD) {
            publish(workout, fitbit.activity(workout, captured()));
        } else {
            street.publish(activity);
        }
    }

    private void vanishes(Planned planned) {
        Workout workout = planned.first();
        publish(workout, fitbit.activity(workout, captured()));
        awaitEnd(workout.number());
        delete(planned);
        if (planned.story() == Story.RESTORED) {
            publish(workout, fitbit.activity(workout, captured()));
            awaitEnd(workout.number());
        }
    }

    /** Its source no longer has it, and the targets have heard that. */
    public void delete(Planned planned) {
        publish(planned.first(), fitbit.deletion(planned.number(), captured()));
        awaitEnd(planned.number());
    }

    private void vanishesWhileItWaits(Workout workout) {
        publish(workout, fitbit.withoutHeartRate(workout, captured()));
        awaitRun(workout.number(), run -> run.path("status").asText().equals("WAITING"));
        // The run stays at the revision that it had.
        street.publish(fitbit.deletion(workout.number(), captured()));
        awaitRun(workout.number(), run -> run.path("status").asText().equals("CANCELLED"));
    }

    private void comesWithoutHeartRate(Workout workout, Story story) {
        if (story == Story.HEART_NOT_MEASURED) {
            measured(workout, Instant.MAX, Instant.MAX);
        } else if (story == Story.HEART_OF_ONE_HALF) {
            Instant half = workout.startedAt().plusSeconds(workout.seconds() / 2);
            // Samples stand at whole minutes; the last one is that of the half.
            measured(workout, workout.startedAt(), half.plusSeconds(1));
        } else if (story == Story.HEART_THERE) {
            measured(workout, Instant.MIN, Instant.MAX);
        }
        upload(workout);
        if (story == Story.HEART_LATE
                || story == Story.HEART_TOO_LATE
                || story == Story.HEART_NEVER) {
            awaitRun(workout.number(), run -> run.path("status").asText().equals("WAITING"));
        }
        if (story == Story.HEART_TOO_LATE || story == Story.HEART_NEVER) {
            waitsInVain();
            awaitEnd(workout.number());
        }
        if (story == Story.HEART_LATE || story == Story.HEART_TOO_LATE) {
            measured(workout, Instant.MIN, Instant.MAX);
        }
        if (story == Story.HEART_TOO_LATE) {
            awaitRun(workout.number(), run -> isEnded(run) && run.path("pass").asInt() == 1);
        }
        awaitEnd(workout.number());
    }

    /** All waiting runs go on without. */
    void waitsInVain() {
        clock.goOn(PATIENCE_OF_A_RUN);
    }

    private void measured(Workout workout, Instant from, Instant to) {
        List<HeartRateSeries> hours = fitbit.hours(workout, from, to, captured());
        for (HeartRateSeries hour : hours) {
            street.kafka()
                    .produce(
                            Topics.HEALTH_HEART_RATE,
                            street.user().toString(),
                            metrics.encode(hour),
                            Map.of());
        }
    }

    private void send(Workout workout, String acquisition) {
        if (workout.source() == Source.FITBIT) {
            Activity activity = fitbit.activity(workout, captured());
            activity.setAcquisition(acquisition);
            publish(workout, activity);
        } else {
            upload(workout);
        }
    }

    private void publish(Workout workout, Activity activity) {
        street.publish(activity);
        note(workout, UUID.fromString(activity.getRecordId()), activity.getRevision());
    }

    private void upload(Workout workout) {
        JsonNode taken =
                json(
                        street.sends(Files.mediaType(workout.source()), Files.of(workout))
                                .queryParam("zone", Plan.HOME.getId())
                                .post("/api/activities")
                                .then()
                                .statusCode(202)
                                .extract()
                                .asString());
        note(
                workout,
                UUID.fromString(taken.path("recordId").asText()),
                taken.path("revision").asLong());
    }

    private void note(Workout workout, UUID recordId, long revision) {
        sent.computeIfAbsent(workout.number(), _ -> new Sent(recordId, new ArrayList<>()))
                .revisions()
                .add(revision);
    }

    /** Later than the one before. */
    private Instant captured() {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        lastCapture = now.isAfter(lastCapture) ? now : lastCapture.plusMillis(1);
        return lastCapture;
    }

    /** Until the run of what was sent last has ended. */
    private void awaitEnd(int number) {
        long revision = sent(number).revisions().getLast();
        awaitRun(number, run -> isEnded(run) && run.path("revision").asLong() == revision);
    }

    static boolean isEnded(JsonNode run) {
        return !UNDER_WAY.contains(run.path("status").asText());
    }

    JsonNode awaitRun(int number, Predicate<JsonNode> wanted) {
        return await("run of number " + number)
                .atMost(Street.LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> trace(number), run -> run.has("runId") && wanted.test(run));
    }

    /** The run with its deliveries, or why there is none. */
    JsonNode trace(int number) {
        return asked("/api/runs/" + run(number));
    }

    JsonNode asked(String path) {
        return json(street.asks().get(path).asString());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        street.close();
        receiver.close();
        metrics.close();
    }
}
