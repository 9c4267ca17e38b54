package io.pulseline.contracts;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of every shape that their schema allows: each optional field present or null. */
public final class SomeRecords {
    private SomeRecords() {}

    /** Of one of the given types, which is itself drawn. */
    public static Arbitrary<SpecificRecord> ofAnyOf(List<Class<? extends SpecificRecord>> types) {
        return Arbitraries.of(types)
                .flatMap(
                        type -> record(RecordTypes.schemaOf(type)).map(SpecificRecord.class::cast));
    }

    private static Arbitrary<Object> record(Schema schema) {
        List<Arbitrary<@Nullable Object>> values =
                schema.getFields().stream().map(field -> value(field.schema())).toList();
        return Combinators.combine(values)
                .as(drawn -> {
                    SpecificRecord record =
                            (SpecificRecord) SpecificData.get().newRecord(null, schema);
                    for (Schema.Field field : schema.getFields()) {
                        record.put(field.pos(), drawn.get(field.pos()));
                    }
                    return record;
                });
    }

    private static Arbitrary<@Nullable Object> value(Schema schema) {
        return schema.isUnion()
                ? present(schema.getTypes().getLast()).injectNull(0.3)
                : present(schema).map(value -> value);
    }

    private static Arbitrary<Object> present(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> Arbitraries.strings().ofMaxLength(20).map(text -> text);
            case INT -> Arbitraries.integers().map(number -> number);
            case LONG -> Arbitraries.longs().map(number -> number);
            case DOUBLE -> Arbitraries.doubles().map(number -> number);
            case BOOLEAN -> Arbitraries.of(true, false).map(flag -> flag);
            case BYTES -> Arbitraries.bytes().array(byte[].class).map(ByteBuffer::wrap);
            case ARRAY -> value(schema.getElementType()).list().ofMaxSize(5).map(list -> list);
            case MAP -> map(schema.getValueType()).map(entries -> entries);
            case RECORD -> record(schema);
            case UNION, NULL, FLOAT, ENUM, FIXED ->
                    throw new IllegalStateException("our schemas have no " + schema.getType());
        };
    }

    private static Arbitrary<Map<String, Object>> map(Schema values) {
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), present(values)).ofMaxSize(3);
    }
}
