package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.OpenSets.SleepStage;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepStageTotal;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** A sleep: time asleep as its value, stages and our own figures as its components. */
final class SleepObservation {
    private SleepObservation() {}

    /** Empty where the source tells nothing but its time. */
    static Optional<Observation> of(Sheet sheet, Sleep sleep) {
        Period inBed = inBed(sleep);
        if (inBed == null) {
            return Optional.empty();
        }
        Draft draft =
                sheet.draft("sleep", "Sleep duration", Loinc.SLEEP_DURATION.coding())
                        .activity()
                        .at(inBed);
        stage(draft, sleep, SleepStage.DEEP, "Deep sleep", Loinc.DEEP_SLEEP_DURATION);
        stage(draft, sleep, SleepStage.LIGHT, "Light sleep", Loinc.LIGHT_SLEEP_DURATION);
        stage(draft, sleep, SleepStage.REM, "REM sleep", Loinc.REM_SLEEP_DURATION);
        own(draft, sheet, sleep.getAwakeMinutes(), Unit.MINUTES, LocalCode.SLEEP_AWAKE);
        own(draft, sheet, sleep.getMinutesToFallAsleep(), Unit.MINUTES, LocalCode.SLEEP_LATENCY);
        own(draft, sheet, sleep.getEfficiencyPercent(), Unit.PERCENT, LocalCode.SLEEP_EFFICIENCY);
        Optional<Observation> measured = draft.finished(sleep.getAsleepMinutes(), Unit.MINUTES);
        if (measured.isPresent() && sleep.getMainSleep() != null) {
            var _ =
                    draft.component(
                            new BooleanType(sleep.getMainSleep()),
                            LocalCode.MAIN_SLEEP.display(),
                            sheet.local(LocalCode.MAIN_SLEEP));
        }
        return measured;
    }

    private static void stage(Draft draft, Sleep sleep, String stage, String text, Loinc code) {
        var _ = draft.component(minutes(sleep, stage), Unit.MINUTES, text, code.coding());
    }

    private static void own(
            Draft draft, Sheet sheet, @Nullable Number value, Unit unit, LocalCode code) {
        var _ = draft.component(value, unit, code.display(), sheet.local(code));
    }

    private static @Nullable Integer minutes(Sleep sleep, String stage) {
        if (sleep.getStageTotals() == null) {
            return null;
        }
        return sleep.getStageTotals().stream()
                .filter(total -> stage.equals(total.getStage()))
                .map(SleepStageTotal::getMinutes)
                .filter(minutes -> minutes != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Period inBed(Sleep sleep) {
        Long start = sleep.getStartEpochMillis();
        Long end = sleep.getEndEpochMillis();
        Integer startOffset = sleep.getStartOffsetSeconds();
        Integer endOffset = sleep.getEndOffsetSeconds();
        if (start == null || end == null) {
            return null;
        }
        return Times.between(
                Times.at(start, startOffset == null ? 0 : startOffset),
                Times.at(end, endOffset == null ? 0 : endOffset));
    }
}
