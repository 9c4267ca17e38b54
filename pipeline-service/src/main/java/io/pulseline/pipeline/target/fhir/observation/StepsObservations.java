package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.health.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;

/** The steps of an hour, of the minutes that are known. */
final class StepsObservations {
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private StepsObservations() {}

    /** Empty where no minute is known, or one in between is not: then no sum is right. */
    static Optional<Observation> of(Sheet sheet, Steps hour) {
        List<Integer> minutes = hour.getStepsPerMinute();
        int[] known =
                IntStream.range(0, minutes.size())
                        .filter(minute -> minutes.get(minute) != null)
                        .toArray();
        if (known.length == 0 || known[known.length - 1] - known[0] >= known.length) {
            return Optional.empty();
        }
        int sum = IntStream.of(known).map(minutes::get).sum();
        return sheet.draft("steps", "Steps", Loinc.STEPS.coding())
                .activity()
                .at(Times.between(time(hour, known[0]), time(hour, known[known.length - 1] + 1)))
                .finished(sum, Unit.STEPS);
    }

    private static DateTimeType time(Steps hour, int minute) {
        return Times.at(
                hour.getStartEpochMillis() + minute * MINUTE_MILLIS, hour.getStartOffsetSeconds());
    }
}
