package io.pulseline.pipeline.upload;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.upload.file.ActivityFiles;
import io.pulseline.pipeline.upload.file.FileType;
import io.pulseline.pipeline.upload.file.PlausibleTimes;
import io.pulseline.pipeline.upload.file.RefusedFileException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes a file, makes records of it, and hands them to Kafka. */
@ApplicationScoped
class UploadDesk {
    private final ActivityOutlet outlet;
    private final UploadSettings settings;
    private final Clock clock;
    private final Semaphore turns;

    UploadDesk(ActivityOutlet outlet, UploadSettings settings, Clock clock) {
        this.outlet = outlet;
        this.settings = settings;
        this.clock = clock;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Blocks until Kafka has the activities of a file.
     *
     * @param user from the login, never from the file
     * @param zone whose clocks the times mean where the file does not tell; null if not named
     * @return the activities as they went out, in the file's order
     * @throws RefusedFileException saying why it cannot be taken
     * @throws AwayException if it is nobody's fault
     */
    List<Activity> take(UUID user, byte[] file, FileType type, @Nullable ZoneId zone) {
        if (type == FileType.JSON && file.length > settings.largestJson().asLongValue()) {
            throw RefusedFileException.tooLarge(
                    "The JSON is larger than "
                            + settings.largestJson().asLongValue()
                            + " bytes; send the activity as a FIT, TCX or GPX file.");
        }
        awaitTurn();
        try {
            Instant now = clock.instant();
            List<Activity> activities = ActivityFiles.read(file, type, zone);
            activities.forEach(activity -> {
                PlausibleTimes.check(activity, now);
                complete(activity, user, now);
            });
            outlet.publish(activities);
            return activities;
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AwayException("many files are being read just now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwayException("the service is stopping", e);
        }
    }

    /** A file is sent because somebody wants its runs now, however old it is: it is live. */
    private static void complete(Activity activity, UUID user, Instant now) {
        long captured = now.toEpochMilli();
        UUID recordId = Ids.record(user, RecordType.ACTIVITY, activity.getThingKey());
        activity.setRecordId(recordId.toString());
        activity.setUser(user.toString());
        activity.setRevision(Revision.of(captured, ActivityFiles.MAPPING_VERSION));
        activity.setAcquisition(Acquisition.LIVE);
        activity.getProvenance().setCapturedEpochMillis(captured);
        activity.getProvenance().setMappingVersion(ActivityFiles.MAPPING_VERSION);
        activity.setContentHash(ContentHash.of(activity));
    }
}
