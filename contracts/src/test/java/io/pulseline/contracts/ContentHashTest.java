package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final List<String> NOT_CONTENT =
            List.of("revision", "contentHash", "acquisition", "provenance");

    @Property(tries = 200)
    void revisionProvenanceAndAcquisitionAreNoContent(@ForAll("activities") Activity activity) {
        String before = ContentHash.of(activity);
        Activity read = Activity.newBuilder(activity).build();
        read.setRevision(activity.getRevision() + 1);
        read.setContentHash("anything");
        read.setAcquisition("REPLAY");
        read.setProvenance(new Provenance("FITBIT", "1", "p", 2, 3L, "SENSED", "d", "n", "a"));

        assertThat(ContentHash.of(read)).isEqualTo(before).hasSize(64);
    }

    @Property(tries = 200)
    void hashingChangesNothing(@ForAll("activities") Activity activity) {
        Activity before = Activity.newBuilder(activity).build();

        ContentHash.of(activity);

        assertThat(activity).isEqualTo(before);
    }

    @Provide
    Arbitrary<Activity> activities() {
        return SomeActivities.any();
    }

    @Test
    void everyOtherFieldIsContent() {
        Activity empty = Activity.newBuilder().build();
        for (Schema.Field field : Activity.getClassSchema().getFields()) {
            if (!NOT_CONTENT.contains(field.name())) {
                Activity changed = Activity.newBuilder().build();
                changed.put(field.pos(), another(field.schema()));
                assertThat(ContentHash.of(changed))
                        .as(field.name())
                        .isNotEqualTo(ContentHash.of(empty));
            }
        }
    }

    private static Object another(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> "another";
            case INT -> 41;
            case LONG -> 41L;
            case DOUBLE -> 41.5;
            case BOOLEAN -> true;
            case UNION -> another(schema.getTypes().getLast());
            case ARRAY ->
                    schema.getElementType().getType() == Schema.Type.STRING
                            ? List.of("another")
                            : List.of();
            case RECORD -> emptyRecord(schema);
            default -> throw new IllegalStateException("no value for " + schema.getType());
        };
    }

    private static Object emptyRecord(Schema schema) {
        return switch (schema.getName()) {
            case "HeartRateSamples" -> HeartRateSamples.newBuilder().build();
            case "Track" -> Track.newBuilder().build();
            default -> throw new IllegalStateException("no value for " + schema.getName());
        };
    }
}
