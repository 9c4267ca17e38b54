package io.pulseline.pipeline.upload.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.form.Form;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity in our JSON: the Avro field names, absent as null. What the login and the moment
 * decide (user, ids, revision, hash, acquisition) may stand in it and says nothing.
 */
final class JsonActivity {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_OFFSET_SECONDS = 18 * 60 * 60;
    private static final double MOST = 10_000_000;
    private static final double FARTHEST_MILLISECONDS = 86_400_000;

    private static final List<String> METHODS =
            List.of(RecordingMethod.SENSED, RecordingMethod.MANUAL, RecordingMethod.DERIVED);
    private static final List<String> COMPLETE_OR_NOT =
            List.of(Completeness.COMPLETE, Completeness.PARTIAL);

    private final Form form;
    private final Activity activity;

    private JsonActivity(Form form, Activity activity) {
        this.form = form;
        this.activity = activity;
    }

    /**
     * The activity in a body.
     *
     * @param zone holds where {@code startOffsetSeconds} is null
     * @throws RefusedFileException if it is no JSON, or a value is of another kind
     * @throws io.pulseline.pipeline.form.InvalidFormException naming every wrong field
     */
    static Activity read(byte[] bytes, @Nullable ZoneId zone) {
        Form form = Form.of(json(bytes));
        form.refuseIfWrong();
        JsonShape.check(form, Activity.getClassSchema());
        form.refuseIfWrong();
        Activity activity;
        try {
            activity = RecordJson.read(form.json(), Activity.class);
        } catch (IllegalArgumentException e) {
            // Names the field and the kind of the value, never the value.
            throw RefusedFileException.unfit("The JSON is no activity: " + e.getMessage() + ".");
        }
        new JsonActivity(form, activity).check();
        form.refuseIfWrong();
        complete(activity, bytes, zone);
        return activity;
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException _) {
            throw RefusedFileException.unfit("The body is not JSON.");
        }
    }

    private static void complete(Activity activity, byte[] bytes, @Nullable ZoneId zone) {
        String said = activity.getThingKey().strip();
        String key = said.isEmpty() ? ThingKeys.bytes(bytes) : ThingKeys.json(said);
        activity.setThingKey(key);
        Provenance provenance = activity.getProvenance();
        provenance.setProvider(OpenSets.Provider.FILE);
        provenance.setProviderRecordId(ThingKeys.withoutProvider(key));
        provenance.setPayloadId(null);
        Long start = activity.getStartEpochMillis();
        if (activity.getStartOffsetSeconds() == null && start != null && zone != null) {
            activity.setStartOffsetSeconds(
                    zone.getRules().getOffset(Instant.ofEpochMilli(start)).getTotalSeconds());
        }
    }

    private void check() {
        if (activity.getDeleted()) {
            form.complain("deleted", "must be false: what is sent here is there");
        }
        String key = activity.getThingKey();
        if (!key.isEmpty() && !ThingKeys.isUsable(key)) {
            form.complain("thingKey", "must be a text of 1 to 100 characters, or absent");
        }
        oneOf("activityType", activity.getActivityType(), ActivityType.all());
        oneOf("completeness", activity.getCompleteness(), COMPLETE_OR_NOT);
        oneOf("provenance.recordingMethod", activity.getProvenance().getRecordingMethod(), METHODS);
        within(
                "startOffsetSeconds",
                activity.getStartOffsetSeconds(),
                -LONGEST_OFFSET_SECONDS,
                LONGEST_OFFSET_SECONDS);
        checkSums();
        checkLaps();
        HeartRateSamples heartRate = activity.getHeartRate();
        Track track = activity.getTrack();
        JsonColumns columns = new JsonColumns(form);
        if (heartRate != null) {
            near("heartRate.startEpochMillis", heartRate.getStartEpochMillis());
            columns.check(heartRate);
        }
        if (track != null) {
            near("track.startEpochMillis", track.getStartEpochMillis());
            columns.check(track);
        }
    }

    /** A series that lies elsewhere in time belongs to another activity. */
    private void near(String field, long epochMillis) {
        Long start = activity.getStartEpochMillis();
        // As doubles, because the difference of two longs may be none.
        if (start != null
                && Math.abs((double) epochMillis - (double) start) > FARTHEST_MILLISECONDS) {
            form.complain(field, "must lie within a day of startEpochMillis");
        }
    }

    private void checkSums() {
        within("activeMilliseconds", activity.getActiveMilliseconds(), 0, Double.MAX_VALUE);
        within("distanceMetres", activity.getDistanceMetres(), 0, MOST);
        within("energyKilocalories", activity.getEnergyKilocalories(), 0, MOST);
        within("steps", activity.getSteps(), 0, MOST);
        within("elevationGainMetres", activity.getElevationGainMetres(), 0, MOST);
        within(
                "averageHeartRateBeatsPerMinute",
                activity.getAverageHeartRateBeatsPerMinute(),
                1,
                300);
    }

    private void checkLaps() {
        if (activity.getLaps() == null) {
            return;
        }
        for (int lap = 0; lap < activity.getLaps().size(); lap++) {
            String at = "laps[" + lap + "].";
            within(
                    at + "durationMilliseconds",
                    activity.getLaps().get(lap).getDurationMilliseconds(),
                    0,
                    Double.MAX_VALUE);
            within(at + "distanceMetres", activity.getLaps().get(lap).getDistanceMetres(), 0, MOST);
            within(
                    at + "energyKilocalories",
                    activity.getLaps().get(lap).getEnergyKilocalories(),
                    0,
                    MOST);
        }
    }

    private void oneOf(String field, @Nullable String word, List<String> words) {
        if (word != null && !words.contains(word)) {
            form.complain(field, "must be one of " + String.join(", ", words));
        }
    }

    private void within(String field, @Nullable Number number, double least, double most) {
        if (number != null && !(number.doubleValue() >= least && number.doubleValue() <= most)) {
            form.complain(
                    field,
                    most == Double.MAX_VALUE
                            ? "must not be negative"
                            : "must lie between " + (long) least + " and " + (long) most);
        }
    }
}
