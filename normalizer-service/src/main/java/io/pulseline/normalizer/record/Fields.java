package io.pulseline.normalizer.record;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Fields that all records have, by name: their generated classes share no interface. */
public final class Fields {
    private Fields() {}

    /** The field's value. */
    public static @Nullable Object get(SpecificRecord record, String name) {
        return record.get(position(record, name));
    }

    static void put(SpecificRecord record, String name, Object value) {
        record.put(position(record, name), value);
    }

    private static int position(SpecificRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    record.getSchema().getName() + " has no field " + name);
        }
        return field.pos();
    }
}
