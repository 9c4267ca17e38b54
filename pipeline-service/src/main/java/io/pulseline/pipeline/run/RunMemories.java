package io.pulseline.pipeline.run;

import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;

/** Memories of users, one for each way of an activity through a pipeline. */
@ApplicationScoped
class RunMemories {
    private final Records records;
    private final RunTable runs;
    private final Preferences preferences;
    private final HeartRateWatch watch;
    private final Transactions transactions;

    RunMemories(
            Records records,
            RunTable runs,
            Preferences preferences,
            HeartRateWatch watch,
            Transactions transactions) {
        this.records = records;
        this.runs = runs;
        this.preferences = preferences;
        this.watch = watch;
        this.transactions = transactions;
    }

    /**
     * What is known of the user of a run's activity. What is kept of the heart rate after it was
     * looked up takes the run from its claimer.
     */
    RunMemory of(ClaimedRun run, StoredRecord atHand) {
        return of(
                run.pipelineId(),
                atHand,
                asked -> transactions.writeAndWait(() -> watch.note(run, asked)));
    }

    /**
     * What is known of the user of an activity.
     *
     * @param pipeline whose names for earlier activities count
     * @param atHand the activity that goes through it
     */
    RunMemory of(UUID pipeline, StoredRecord atHand) {
        return of(pipeline, atHand, _ -> {});
    }

    private RunMemory of(
            UUID pipeline, StoredRecord atHand, Consumer<Lookup.HeartRate> beforeHeartRate) {
        return new RunMemory(
                records,
                runs,
                preferences,
                transactions,
                atHand.user(),
                pipeline,
                atHand.recordId(),
                atHand.correction(),
                beforeHeartRate);
    }
}
