package io.pulseline.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.RecordTypes;
import io.pulseline.contracts.SomeRecords;
import io.pulseline.contracts.health.Activity;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 500)
    void whatIsWrittenIsReadBackEqual(@ForAll("records") SpecificRecord record) throws Exception {
        JsonNode json = JSON.readTree(RecordJson.write(record));

        assertThat(RecordJson.read(json, record.getClass())).isEqualTo(record);
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return SomeRecords.ofAnyOf(RecordTypes.all());
    }

    @Test
    void unknownFieldsAreIgnoredAndMissingOnesTakeTheDefault() throws Exception {
        Activity activity = RecordJson.read(JSON.readTree("{\"tomorrow\": {}}"), Activity.class);

        assertThat(activity).isEqualTo(Activity.newBuilder().build());
    }

    @Test
    void twoRecordsShareNoDefault() throws Exception {
        Activity first = RecordJson.read(JSON.readTree("{}"), Activity.class);
        first.getMissingParts().add("tcx");
        first.getProvenance().setProvider("FITBIT");

        Activity second = RecordJson.read(JSON.readTree("{}"), Activity.class);

        assertThat(second.getMissingParts()).isEmpty();
        assertThat(second.getProvenance().getProvider()).isEmpty();
    }

    @Test
    void aMisfitNamesItsFieldAndKeepsTheValueToItself() {
        assertThatThrownBy(() -> read("{\"laps\": [{}, {\"distanceMetres\": \"secret\"}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("laps[1].distanceMetres must be a number, not STRING");
        assertThatThrownBy(() -> read("{\"steps\": 1.5}")).hasMessageContaining("steps");
        assertThatThrownBy(() -> read("{\"steps\": 3000000000}")).hasMessageContaining("steps");
        assertThatThrownBy(() -> read("{\"user\": null}")).hasMessageContaining("user");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("the record");
    }

    @Test
    void fieldsMayBeLeftOut() {
        JsonNode json =
                RecordJson.tree(Activity.newBuilder().build(), Set.of("track", "heartRate"));

        assertThat(json.has("track")).isFalse();
        assertThat(json.has("heartRate")).isFalse();
        assertThat(json.get("laps").isNull()).isTrue();
    }

    private static Activity read(String json) throws Exception {
        return RecordJson.read(JSON.readTree(json), Activity.class);
    }
}
