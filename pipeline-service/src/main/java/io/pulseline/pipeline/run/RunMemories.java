package io.pulseline.pipeline.run;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Memories of users, one for each way of an activity through a pipeline. */
@ApplicationScoped
class RunMemories {
    private final Records records;
    private final RunTable runs;
    private final Preferences preferences;
    private final Transactions transactions;

    RunMemories(
            Records records, RunTable runs, Preferences preferences, Transactions transactions) {
        this.records = records;
        this.runs = runs;
        this.preferences = preferences;
        this.transactions = transactions;
    }

    /**
     * What is known of the user of an activity.
     *
     * @param pipeline whose names for earlier activities count
     * @param atHand the activity that goes through it
     */
    RunMemory of(UUID pipeline, StoredRecord atHand) {
        return new RunMemory(
                records,
                runs,
                preferences,
                transactions,
                atHand.user(),
                pipeline,
                atHand.recordId(),
                atHand.correction());
    }
}
