package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.localstack.client.StepFailedException;
import io.pulseline.localstack.play.HeartRateColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Compares what the targets have of the run with what the simulator knows to be true of it. Each
 * method answers with a line for people, or throws {@link StepFailedException}. The simulator
 * invents these values; a real person's would not be printed.
 */
final class WorkoutCheck {
    private static final double CENTIMETRE = 0.01;
    private static final double SECOND = 1;
    private static final double BEAT = 1;

    /** What the demo's type mapper makes of a run; no FIT file can say it, so it comes last. */
    private static final String SPORT = "HighIntensityIntervalTraining";

    /** Numbers of FIT's profile, in its session. */
    private static final int START_TIME = 2;

    private static final int ELAPSED_MILLISECONDS = 7;
    private static final int DISTANCE_CENTIMETRES = 9;

    private final JsonNode truth;
    private final String recordId;
    private final Instant start;
    private final Duration elapsed;
    private final double metres;
    private final int samples;
    private final NavigableMap<Long, Integer> beats;

    /**
     * @param truth what the simulator said of the run
     * @param activity as it was published, compared with that truth
     */
    WorkoutCheck(JsonNode truth, Activity activity) {
        this.truth = truth;
        this.recordId = activity.getRecordId();
        this.start = OffsetDateTime.parse(truth.path("start").asText()).toInstant();
        this.elapsed = Duration.ofMillis(truth.path("durationMilliseconds").asLong());
        this.metres = truth.path("distanceMetres").asDouble();
        this.samples = truth.path("heartRateSampleCount").asInt();
        this.beats = bySecond(activity);
    }

    private static NavigableMap<Long, Integer> bySecond(Activity activity) {
        NavigableMap<Long, Integer> beats = new TreeMap<>();
        var samples = Objects.requireNonNull(activity.getHeartRate());
        for (int at = 0; at < samples.getBeatsPerMinute().size(); at++) {
            long millis = samples.getStartEpochMillis() + samples.getOffsetMilliseconds().get(at);
            beats.put(Math.floorDiv(millis, 1000L), samples.getBeatsPerMinute().get(at));
        }
        return beats;
    }

    String recordId() {
        return recordId;
    }

    /**
     * The one verified message.
     *
     * @param messages of the receiver
     */
    String webhook(JsonNode messages) {
        JsonNode message =
                first(
                        messages,
                        "a verified webhook about the run",
                        one ->
                                one.path("verified").asBoolean()
                                        && recordId.equals(one.at("/body/data/recordId").asText()));
        JsonNode data = message.at("/body/data");
        Differences differences = new Differences("the webhook");
        differences.same("start", start.toEpochMilli(), data.path("startEpochMillis").asLong());
        differences.same(
                "elapsed ms", elapsed.toMillis(), data.path("elapsedMilliseconds").asLong());
        differences.close(
                "metres", metres, data.path("distanceMetres").asDouble(Double.NaN), CENTIMETRE);
        int found = HeartRateColumns.of(data.path("heartRate")).size();
        differences.same("heart-rate samples", samples, found);
        differences.failOnAny();
        return message.at("/body/type").asText() + ", signed, " + found + " heart-rate samples";
    }

    /** The record in the pipeline's own topic. */
    String kafka(BoostedActivity boosted) {
        ActivityTruth.compare(truth, boosted.getActivity());
        return samples + " heart-rate samples, " + boosted.getBoosts().size() + " boosts";
    }

    /**
     * The panel and its members.
     *
     * @param observations of the FHIR server
     */
    String fhir(JsonNode observations) {
        JsonNode panel = observation(observations, recordId, "PAPanel");
        Differences differences = new Differences("the FHIR panel");
        Instant from = instant(panel.at("/effectivePeriod/start"));
        Instant to = instant(panel.at("/effectivePeriod/end"));
        differences.same("start", start, from);
        differences.same("end", start.plus(elapsed), to);
        double minutes = truth.path("activeDurationMilliseconds").asDouble() / 60_000;
        differences.close("minutes", minutes, quantity(observations, "55411-3"), CENTIMETRE);
        differences.close("metres", metres, quantity(observations, "distance"), CENTIMETRE);
        differences.close("mean heart rate", mean(), quantity(observations, "55425-3"), BEAT);
        differences.failOnAny();
        return "panel with " + panel.path("hasMember").size() + " members";
    }

    /** What the truth says; the place's own mean weighs every sample alike. */
    private double mean() {
        return truth.path("averageHeartRate").asDouble();
    }

    private double quantity(JsonNode observations, String code) {
        return observation(observations, recordId, code)
                .at("/valueQuantity/value")
                .asDouble(Double.NaN);
    }

    /** The one with that code, of all that are made of one record. */
    static JsonNode observation(JsonNode observations, String recordId, String code) {
        return first(
                observations,
                "an Observation of record " + recordId + " with code " + code,
                one ->
                        has(one.path("identifier"), "value", recordId)
                                && has(one.at("/code/coding"), "code", code));
    }

    private static boolean has(JsonNode all, String field, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .anyMatch(one -> value.equals(one.path(field).asText()));
    }

    private static Instant instant(JsonNode text) {
        return text.isTextual() ? OffsetDateTime.parse(text.asText()).toInstant() : Instant.EPOCH;
    }

    /**
     * The athlete's one activity.
     *
     * @param activities of everybody at Strava
     */
    String strava(JsonNode activities, String athlete) {
        JsonNode activity =
                first(
                        activities,
                        "an activity of the athlete at Strava",
                        one -> athlete.equals(one.path("athleteId").asText()));
        Differences differences = new Differences("Strava");
        String external = activity.path("externalId").asText();
        differences.same("external id", recordId, external.replaceFirst("\\.fit$", ""));
        differences.same("sport", SPORT, activity.path("sportType").asText());
        file(differences, activity.path("file"));
        differences.failOnAny();
        return activity.path("sportType").asText() + ", " + ofFile(activity.path("file"));
    }

    /**
     * The athlete's one activity.
     *
     * @param activities of everybody at intervals.icu
     */
    String intervals(JsonNode activities, String athlete) {
        JsonNode activity =
                first(
                        activities,
                        "an activity of the athlete at intervals.icu",
                        one -> athlete.equals(one.path("athlete").asText()));
        Differences differences = new Differences("intervals.icu");
        differences.same("external id", recordId, activity.path("externalId").asText());
        differences.same("sport", SPORT, activity.path("type").asText());
        file(differences, activity.path("file"));
        differences.failOnAny();
        return activity.path("type").asText() + ", " + ofFile(activity.path("file"));
    }

    /** As the place has read the file that was uploaded, with Garmin's own decoder. */
    private void file(Differences differences, JsonNode file) {
        differences.same("start", start, Instant.parse(file.path("start").asText()));
        double seconds = elapsed.toMillis() / 1000.0;
        differences.close(
                "elapsed s", seconds, file.path("elapsedSeconds").asDouble(Double.NaN), SECOND);
        differences.close(
                "metres", metres, file.path("distanceMetres").asDouble(Double.NaN), CENTIMETRE);
        differences.close(
                "mean heart rate",
                mean(),
                file.path("averageHeartRate").asDouble(Double.NaN),
                BEAT);
        differences.same("heart-rate samples", samples, file.path("heartRates").asInt());
    }

    private static String ofFile(JsonNode file) {
        return String.format(
                Locale.ROOT,
                "%.2f km, %d heart-rate samples",
                file.path("distanceMetres").asDouble() / 1000,
                file.path("heartRates").asInt());
    }

    /** The FIT file in the archive, beat by beat. */
    String fit(byte[] bytes) {
        FitContent file = FitContent.read(bytes);
        Differences differences = new Differences("the archive's FIT file");
        long begun = FitContent.epochSeconds(file.session(START_TIME).orElse(0));
        differences.same("start", start.getEpochSecond(), begun);
        differences.same(
                "elapsed ms", elapsed.toMillis(), file.session(ELAPSED_MILLISECONDS).orElse(-1));
        double centimetres = (double) file.session(DISTANCE_CENTIMETRES).orElse(-1);
        differences.close("metres", metres, centimetres / 100, CENTIMETRE);
        differences.same("heart rate by the second", beats, file.heartRate());
        differences.failOnAny();
        return bytes.length / 1000 + " kB of FIT, " + beats.size() + " heart-rate samples";
    }

    private static JsonNode first(JsonNode all, String what, Predicate<JsonNode> fits) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new StepFailedException(what + " did not arrive"));
    }
}
