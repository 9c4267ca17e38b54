package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Provenance;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentHashTest {
    private static final List<String> NOT_CONTENT =
            List.of("revision", "contentHash", "acquisition", "provenance");

    @Property(tries = 400)
    void revisionProvenanceAndAcquisitionAreNoContent(@ForAll("records") SpecificRecord record) {
        String before = ContentHash.of(record);
        SpecificRecord read = copy(record);
        put(read, "revision", 1L + (long) get(record, "revision"));
        put(read, "contentHash", "anything");
        put(read, "acquisition", "REPLAY");
        put(read, "provenance", new Provenance("FITBIT", "1", "p", 2, 3L, "SENSED", "d", "n", "a"));

        assertThat(ContentHash.of(read)).isEqualTo(before).hasSize(64);
    }

    @Property(tries = 400)
    void hashingChangesNothing(@ForAll("records") SpecificRecord record) {
        SpecificRecord before = copy(record);

        ContentHash.of(record);

        assertThat(record).isEqualTo(before);
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return SomeRecords.ofAnyOf(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyOtherFieldIsContent(Class<? extends SpecificRecord> type) {
        Schema schema = RecordTypes.schemaOf(type);
        String ofTheEmptyRecord = ContentHash.of(empty(schema));
        for (Schema.Field field : schema.getFields()) {
            if (!NOT_CONTENT.contains(field.name())) {
                SpecificRecord changed = empty(schema);
                changed.put(field.pos(), another(field.schema()));
                assertThat(ContentHash.of(changed)).as(field.name()).isNotEqualTo(ofTheEmptyRecord);
            }
        }
    }

    static List<Class<? extends SpecificRecord>> types() {
        return List.copyOf(RecordTypes.health().keySet());
    }

    private static SpecificRecord copy(SpecificRecord record) {
        return SpecificData.get().deepCopy(record.getSchema(), record);
    }

    private static Object get(SpecificRecord record, String field) {
        return record.get(record.getSchema().getField(field).pos());
    }

    private static void put(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private static SpecificRecord empty(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), SpecificData.get().getDefaultValue(field));
        }
        return record;
    }

    /** A value that no field of ours has by default. */
    private static Object another(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> "another";
            case INT -> 41;
            case LONG -> 41L;
            case DOUBLE -> 41.5;
            case BOOLEAN -> true;
            case UNION -> another(schema.getTypes().getLast());
            case ARRAY -> List.of(another(schema.getElementType()));
            case RECORD -> {
                SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
                schema.getFields()
                        .forEach(field -> record.put(field.pos(), another(field.schema())));
                yield record;
            }
            default -> throw new IllegalStateException("no value for " + schema.getType());
        };
    }
}
