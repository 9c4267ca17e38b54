package io.pulseline.simulator.strava;

import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.fit.NotAnActivityException;
import io.pulseline.simulator.strava.StravaUpload.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Uploads and the activities that became of them. An activity of one athlete that starts in the
 * same second as another is a duplicate. Safe for use by several threads.
 */
final class StravaBook {
    private static final long FIRST_UPLOAD = 16_000_000_001L;
    private static final long FIRST_ACTIVITY = 15_000_000_001L;

    private final InstantSource clock;
    private final Supplier<StravaKnobs> knobs;
    private final Map<Long, StravaUpload> uploads = new TreeMap<>();
    private final Map<Long, StravaActivity> activities = new TreeMap<>();

    StravaBook(InstantSource clock, Supplier<StravaKnobs> knobs) {
        this.clock = clock;
        this.knobs = knobs;
    }

    synchronized StravaUpload take(Athlete athlete, Sent sent) {
        long id = FIRST_UPLOAD + uploads.size();
        uploads.put(id, new StravaUpload(id, athlete, sent, clock.instant(), 0, null, null));
        return settled(id);
    }

    /** How far it has come; empty if the athlete has no such upload. */
    synchronized Optional<StravaUpload> poll(Athlete athlete, long id) {
        StravaUpload upload = uploads.get(id);
        if (upload == null || !upload.athlete().equals(athlete)) {
            return Optional.empty();
        }
        StravaUpload now = settled(id);
        if (now.isInProcess()) {
            uploads.put(id, now.polled());
        }
        return Optional.of(now);
    }

    /** Empty if the athlete has no such activity. */
    synchronized Optional<StravaActivity> change(
            Athlete athlete, long id, StravaActivity.Change change) {
        return Optional.ofNullable(activities.get(id))
                .filter(activity -> activity.athleteId() == athlete.id())
                .map(activity -> {
                    StravaActivity changed = activity.changed(change);
                    activities.put(id, changed);
                    return changed;
                });
    }

    synchronized Optional<StravaActivity> find(Athlete athlete, long id) {
        return Optional.ofNullable(activities.get(id))
                .filter(activity -> activity.athleteId() == athlete.id());
    }

    synchronized List<StravaActivity> activities() {
        return List.copyOf(activities.values());
    }

    synchronized List<StravaUpload> uploads() {
        return List.copyOf(uploads.values());
    }

    synchronized void clear() {
        uploads.clear();
        activities.clear();
    }

    /** Once it is due; what was uploaded before it is processed before it. */
    private StravaUpload settled(long id) {
        StravaUpload upload = upload(id);
        if (upload.isInProcess() && isDue(upload)) {
            for (StravaUpload one : List.copyOf(uploads.values())) {
                if (one.id() <= id && one.isInProcess()) {
                    uploads.put(one.id(), processed(one));
                }
            }
        }
        return upload(id);
    }

    private StravaUpload upload(long id) {
        StravaUpload upload = uploads.get(id);
        if (upload == null) {
            throw new IllegalStateException("no upload " + id);
        }
        return upload;
    }

    private boolean isDue(StravaUpload upload) {
        Duration needed = Duration.ofSeconds(knobs.get().processingSeconds());
        Instant ready = upload.receivedAt().plus(needed);
        return upload.polls() >= knobs.get().processingPolls() && !clock.instant().isBefore(ready);
    }

    private StravaUpload processed(StravaUpload upload) {
        String rejection = knobs.get().rejection();
        if (rejection != null) {
            return upload.failed(rejection);
        }
        try {
            FitActivity file = FitActivity.read(upload.sent().file());
            if (file.records() == 0) {
                return upload.failed(StravaWords.NO_RECORDS);
            }
            StravaActivity twin = twin(upload, file);
            return twin == null
                    ? upload.became(add(upload, file).id())
                    : upload.failed(duplicateOf(twin, upload.sent().fileName()));
        } catch (NotAnActivityException e) {
            return upload.failed(StravaWords.complaint(e.reason()));
        }
    }

    private @Nullable StravaActivity twin(StravaUpload upload, FitActivity file) {
        return activities.values().stream()
                .filter(one -> one.athleteId() == upload.athlete().id())
                .filter(one ->
                        one.file().start().equals(file.start()) || isOf(one, upload.sent().file()))
                .findFirst()
                .orElse(null);
    }

    private boolean isOf(StravaActivity activity, byte[] file) {
        return uploads.values().stream()
                .filter(one -> one.activityId() != null && one.activityId() == activity.id())
                .anyMatch(one -> Arrays.equals(one.sent().file(), file));
    }

    private String duplicateOf(StravaActivity twin, String fileName) {
        return knobs.get().duplicatesAsLink()
                ? "%s duplicate of <a href='/activities/%d' target='_blank'>%s</a>"
                        .formatted(fileName, twin.id(), twin.name())
                : "%s duplicate of activity %d".formatted(fileName, twin.id());
    }

    private StravaActivity add(StravaUpload upload, FitActivity file) {
        Sent sent = upload.sent();
        String sportType = StravaWords.sportType(file);
        StravaActivity activity =
                new StravaActivity(
                        FIRST_ACTIVITY + activities.size(),
                        upload.athlete().id(),
                        sent.externalId(),
                        sent.name() == null ? "Morning " + sportType : sent.name(),
                        sent.description() == null ? "" : sent.description(),
                        sportType,
                        sent.trainer() || "TREADMILL".equals(file.subSport()),
                        sent.commute(),
                        false,
                        file,
                        0);
        activities.put(activity.id(), activity);
        return activity;
    }
}
