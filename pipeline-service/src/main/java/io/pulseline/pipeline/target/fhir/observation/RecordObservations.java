package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.Observation;

/** What a record says, as Observations; what it does not say is none. */
public final class RecordObservations {
    private final Style style;

    public RecordObservations(Style style) {
        this.style = style;
    }

    /**
     * The Observations of a record, members before the panel that names them; none of a deleted
     * one.
     *
     * @param record of any type in {@code health.*}
     * @throws IllegalArgumentException if the record is of no such type
     */
    public List<Observation> of(SpecificRecord record) {
        if (Boolean.TRUE.equals(field(record, "deleted"))) {
            return List.of();
        }
        Sheet sheet = sheet(record);
        return switch (record) {
            case Activity activity -> new ActivityObservations(sheet, activity).all();
            case HeartRateSeries hour -> new HeartRateObservations(sheet, hour).all();
            case DailySummary day -> {
                Stream<Observation> sums = new DayObservations(sheet, day).all().stream();
                Stream<Observation> weights = new WeightObservations(sheet, day).all().stream();
                yield Stream.concat(sums, weights).toList();
            }
            case Steps hour -> StepsObservations.of(sheet, hour).stream().toList();
            case Sleep sleep -> SleepObservation.of(sheet, sleep).stream().toList();
            case HeartRateVariability night -> NightObservations.of(sheet, night).stream().toList();
            case OxygenSaturation night -> NightObservations.of(sheet, night).stream().toList();
            case RespiratoryRate night -> NightObservations.of(sheet, night).stream().toList();
            default ->
                    throw new IllegalArgumentException(
                            "no Observations for a " + record.getSchema().getName());
        };
    }

    private Sheet sheet(SpecificRecord record) {
        return new Sheet(
                style,
                UUID.fromString((String) field(record, "recordId")),
                (Long) field(record, "revision"),
                (Provenance) field(record, "provenance"));
    }

    /** Every record type of {@code health.*} has these fields. */
    private static Object field(SpecificRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    "no Observations for a " + record.getSchema().getName());
        }
        return record.get(field.pos());
    }
}
