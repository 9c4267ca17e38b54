package io.pulseline.pipeline.target.openmhealth;

import static io.pulseline.pipeline.target.openmhealth.PointCheck.complaints;
import static io.pulseline.pipeline.target.openmhealth.PointCheck.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Sleep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the other tests refuses what the published schemas refuse. */
class PointCheckTest {
    private static final String START = "'start_date_time':'2026-09-01T00:00:00+02:00'";
    private static final String END = "'end_date_time':'2026-09-02T00:00:00+02:00'";
    private static final String LENGTH = "'duration':{'value':1,'unit':'d'}";

    @Test
    void anIntervalHasTwoOfStartEndAndDuration() {
        assertThat(complaints("time_interval", json("{" + START + "," + END + "}"))).isEmpty();
        assertThat(complaints("time_interval", json("{" + START + "," + LENGTH + "}"))).isEmpty();
        assertThat(complaints("time_interval", json("{" + END + "," + LENGTH + "}"))).isEmpty();
        assertThat(complaints("time_interval", json("{" + START + "}"))).isNotEmpty();
        assertThat(complaints("time_interval", json("{" + START + "," + END + "," + LENGTH + "}")))
                .isNotEmpty();
    }

    @Test
    void aTimeFrameIsAMomentOrAnInterval() {
        String moment = "'date_time':'2026-09-01T10:15:05+02:00'";
        String interval = "'time_interval':{" + START + "," + END + "}";

        assertThat(complaints("time_frame", json("{" + moment + "}"))).isEmpty();
        assertThat(complaints("time_frame", json("{" + interval + "}"))).isEmpty();
        assertThat(complaints("time_frame", json("{" + moment + "," + interval + "}")))
                .isNotEmpty();
        assertThat(complaints("time_frame", json("{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-01T10:15:05", "2026-09-01T10:15+02:00", "2026-09-01"})
    void aTimeHasSecondsAndAnOffset(String time) {
        assertThat(complaints("date_time", json("'" + time + "'"))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} in {2} and not {3}")
    @CsvSource({
        "omh:heart-rate:2.0,heart_rate,beats/min,bpm",
        "omh:oxygen-saturation:2.0,oxygen_saturation,%,percent",
        "omh:respiratory-rate:2.0,respiratory_rate,breaths/min,1/min",
        "omh:body-weight:3.0,body_weight,kg,kilograms",
        "omh:body-mass-index:3.0,body_mass_index,kg/m^2,kg/m2",
        "omh:body-fat-percentage:2.0,body_fat_percentage,%,kg",
        "omh:calories-burned:2.0,kcal_burned,kcal,kJ",
        "pulseline:heart-rate-variability:1.0,heart_rate_variability,ms,s"
    })
    void aWrongUnitIsRefused(String schema, String name, String right, String wrong) {
        assertThat(complaints(schema, json(body(name, right)))).isEmpty();
        assertThat(complaints(schema, json(body(name, wrong)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "uuid",
                "creation_date_time",
                "source_creation_date_time",
                "schema_id"
            })
    void aHeaderLacksNothing(String name) {
        var header =
                OpenMHealth.dataPoints(Told.of(Told.sample(Sleep.class)), false, null)
                        .getFirst()
                        .withObject("/header");

        assertThat(complaints("header", header)).isEmpty();
        header.remove(name);
        assertThat(complaints("header", header)).isNotEmpty();
    }

    private static String body(String name, String unit) {
        return "{'"
                + name
                + "':{'value':1,'unit':'"
                + unit
                + "'},"
                + (name.equals("heart_rate_variability") ? "'measure':'rmssd'," : "")
                + "'effective_time_frame':{'time_interval':{"
                + START
                + ","
                + END
                + "}}}";
    }
}
