package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.WeightMeasurement;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class DayObservationsTest {
    private final List<Observation> plain = Made.of(HealthRecords.day());
    private final List<Observation> full = Made.of(HealthRecords.day(), Styles.full());

    @Test
    void aDayHasItsSums() {
        assertThat(quantity("41950-7")).isEqualTo("9342 /d");
        assertThat(quantity("40443-4")).isEqualTo("57 /min");
        assertThat(quantity("41979-6")).isEqualTo("2410 kcal/d");
        assertThat(quantity("distance")).isEqualTo("6812.5 m");
        assertThat(quantity("77592-4")).isEqualTo("21 min");
        assertThat(quantity("77593-2")).isEqualTo("34 min");
        assertThat(quantity("active-zone-minutes")).isEqualTo("61 min");
        assertThat(plain).hasSize(11);
    }

    @Test
    void itsTimeIsTheLocalDateAndItsCategoriesAreThoseOfPhysicalActivity() {
        Observation steps = Made.coded("41950-7", plain);

        assertThat(Made.time(steps)).isEqualTo("2026-09-01");
        assertThat(Made.categories(steps)).containsExactly("activity", "PhysicalActivity");
        assertThat(Made.categories(Made.coded("active-zone-minutes", plain)))
                .containsExactly("activity");
    }

    @Test
    void stepsCanBeAnnotated() {
        assertThat(Made.value(Made.coded("41950-7", full).getValue())).isEqualTo("9342 {steps}/d");
    }

    @Test
    void unconfirmedCodesStandBesideOursWhenAskedFor() {
        assertThat(Made.codes(Made.coded("distance", full).getCode()))
                .containsExactly("distance", "41953-1");
        assertThat(Made.codes(Made.coded("vo2-max", full).getCode()))
                .containsExactly("vo2-max", "94122-9");
        assertThat(Made.codes(Made.coded("vo2-max", plain).getCode())).containsExactly("vo2-max");
    }

    @Test
    void cardioFitnessIsARangeWhereTheSourceGivesOne() {
        Range range = (Range) Made.coded("vo2-max", plain).getValue();
        assertThat(Made.value(range.getLow())).isEqualTo("42 mL/kg/min");
        assertThat(Made.value(range.getHigh())).isEqualTo("46 mL/kg/min");

        DailySummary day = HealthRecords.day();
        day.setVo2MaxUpperMillilitresPerKilogramMinute(42.0);
        assertThat(Made.value(Made.coded("vo2-max", Made.of(day)).getValue()))
                .isEqualTo("42 mL/kg/min");
    }

    @Test
    void aWeightIsMeasuredByItsScaleAtItsTime() {
        Observation weight = Made.coded("29463-7", plain);

        assertThat(Made.value(weight.getValue())).isEqualTo("78.4 kg");
        assertThat(quantity("39156-5")).isEqualTo("23.9 kg/m2");
        assertThat(quantity("41982-0")).isEqualTo("21.3 %");
        assertThat(Made.time(weight)).isEqualTo("2026-09-01T07:15:30Z");
        assertThat(devices(weight)).containsExactly("Aria Air");
        assertThat(devices(Made.coded("41950-7", plain))).containsExactly("Charge 6");
    }

    @Test
    void aWeightKeepsItsNameWhenAnEarlierOneComesLate() {
        DailySummary day = HealthRecords.day();
        WeightMeasurement known = day.getWeights().getFirst();
        long earlier = Instant.parse("2026-09-01T05:00:00Z").toEpochMilli();
        day.setWeights(
                List.of(new WeightMeasurement(null, earlier, 78.9, null, null, null), known));

        List<Observation> later = Made.of(day);
        assertThat(later).hasSize(12);
        assertThat(later.get(9).getIdentifierFirstRep().getValue())
                .isEqualTo(Made.coded("29463-7", plain).getIdentifierFirstRep().getValue());
        assertThat(devices(later.get(8))).isEmpty();
    }

    @Test
    void anEmptyDayIsNothing() {
        DailySummary day = new DailySummary();
        day.setRecordId(HealthRecords.RECORD.toString());
        day.setRevision(HealthRecords.revision());
        day.setProvenance(HealthRecords.fitbit());
        day.setLocalDate("2026-09-01");

        assertThat(Made.of(day)).isEmpty();
    }

    @Test
    void noStepsAtAllAreZero() {
        DailySummary day = HealthRecords.day();
        day.setSteps(0);

        assertThat(Made.value(Made.coded("41950-7", Made.of(day)).getValue())).isEqualTo("0 /d");
    }

    private String quantity(String code) {
        return Made.value(Made.coded(code, plain).getValue());
    }

    private static List<String> devices(Observation observation) {
        return observation.getContained().stream()
                .filter(Device.class::isInstance)
                .map((Resource device) -> ((Device) device).getDeviceNameFirstRep().getName())
                .toList();
    }
}
