package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a user did, for boosters that look back; answers lookups as the kept records would. */
final class Diary {
    private final List<Activity> entries = new ArrayList<>();
    private @Nullable String preferredProvider;

    /** A measured run of half an hour, with nothing else; the same start has the same id. */
    static Activity run(String localTimeAndOffset) {
        Activity activity = Workouts.startingAt(localTimeAndOffset);
        activity.setActivityType(ActivityType.RUN);
        activity.setElapsedMilliseconds(1_800_000L);
        return from(OpenSets.Provider.FITBIT, activity, localTimeAndOffset);
    }

    /** The same workout, as another device measured it from the same start. */
    static Activity twin(Activity activity, String provider) {
        Activity twin = new Activity();
        activity.getSchema()
                .getFields()
                .forEach(field -> twin.put(field.pos(), activity.get(field.pos())));
        return from(provider, twin, activity.getRecordId() + provider);
    }

    private static Activity from(String provider, Activity activity, String key) {
        activity.setRecordId(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
        activity.setProvenance(
                new Provenance(
                        provider, key, "payload", 1, 0L, RecordingMethod.SENSED, null, null, null));
        return activity;
    }

    Diary with(Activity... more) {
        entries.addAll(List.of(more));
        return this;
    }

    Diary without(Activity one) {
        entries.remove(one);
        return this;
    }

    Diary preferring(String provider) {
        preferredProvider = provider;
        return this;
    }

    /** The same entries, as they would have come the other way round. */
    Diary backwards() {
        Collections.reverse(entries);
        return this;
    }

    /** What the booster says of the activity, whether it stands in the diary already or not. */
    BoostOutcome boost(Booster booster, Activity activity) {
        Background background = Background.at(Instant.EPOCH).preferring(preferredProvider);
        for (Lookup lookup : booster.lookups(activity)) {
            Lookup.Activities asked = (Lookup.Activities) lookup;
            background = background.with(asked, answer(asked, activity));
        }
        return booster.knowing(background).boost(activity);
    }

    BoostOutcome.Added added(Booster booster, Activity activity) {
        return switch (boost(booster, activity)) {
            case BoostOutcome.Added added -> added;
            case BoostOutcome other -> throw new AssertionError("not added, but " + other);
        };
    }

    private List<PastActivity> answer(Lookup.Activities asked, Activity atHand) {
        return entries.stream()
                .filter(one -> !one.getRecordId().equals(atHand.getRecordId()))
                .map(PastActivity::of)
                .filter(one -> !one.startedAt().isBefore(asked.from()))
                .filter(one -> one.startedAt().isBefore(asked.before()))
                .toList();
    }
}
