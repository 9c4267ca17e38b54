package io.pulseline.pipeline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.booster.past.Correction;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReceivedActivityTest {
    private static final Instant END = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID ANNA = UUID.randomUUID();

    @Test
    void anActivityIsKeptAsItCame() {
        Activity activity = Activities.run(ANNA, "1", END);

        ReceivedActivity received = ReceivedActivity.of(activity);

        StoredRecord stored =
                new StoredRecord(
                        received.recordId(),
                        ANNA,
                        RecordType.ACTIVITY,
                        received.revision(),
                        received.contentHash(),
                        false,
                        received.startedAt(),
                        received.endedAt(),
                        received.kept().content(),
                        Correction.NONE);
        assertThat(stored.activity()).isEqualTo(activity);
        assertThat(received.endedAt()).isEqualTo(END);
        assertThat(received.kept().content().zstd().length)
                .isLessThan(received.kept().content().bytes());
    }

    @Test
    void withoutADurationItEndsWhereItStarts() {
        Activity activity = Activities.run(ANNA, "1", END);
        activity.setElapsedMilliseconds(null);

        assertThat(ReceivedActivity.of(activity).endedAt())
                .isEqualTo(END.minus(Activities.ELAPSED));
    }

    @Test
    void aMissingHashIsMade() {
        Activity activity = Activities.run(ANNA, "1", END);
        String hash = activity.getContentHash();
        activity.setContentHash("");

        assertThat(ReceivedActivity.of(activity).contentHash()).isEqualTo(hash);
    }

    @Test
    void aDeletedOneNeedsNoStart() {
        Activity activity = Activities.run(ANNA, "1", END);
        activity.setDeleted(true);
        activity.setStartEpochMillis(null);

        assertThat(ReceivedActivity.of(activity).endedAt()).isNull();
    }

    @Test
    void whatCannotBeKeptIsRefusedByField() {
        refused("recordId is not a UUID", activity -> activity.setRecordId("42"));
        refused("user is not a UUID", activity -> activity.setUser(""));
        refused("revision is not positive", activity -> activity.setRevision(0));
        refused(
                "startEpochMillis is null and it is not deleted",
                activity -> activity.setStartEpochMillis(null));
    }

    private static void refused(String reason, Consumer<Activity> spoil) {
        Activity activity = Activities.run(ANNA, "1", END);
        spoil.accept(activity);

        assertThatThrownBy(() -> ReceivedActivity.of(activity))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(reason);
    }
}
