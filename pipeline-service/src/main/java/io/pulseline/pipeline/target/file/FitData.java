package io.pulseline.pipeline.target.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data message of a FIT file. A value that its field cannot hold is left out, so that nothing
 * ever wraps around into another number.
 */
final class FitData {
    /** When it was; a field of almost every message, in seconds of {@link FitTime}. */
    static final int TIMESTAMP = 253;

    private final int number;
    private final List<Field> fields = new ArrayList<>();

    private FitData(int number) {
        this.number = number;
    }

    /**
     * One field.
     *
     * @param values one, or several of a list; null is "none"
     */
    record Field(int number, FitBase base, List<@Nullable Long> values) {
        int bytes() {
            return values.size() * base.bytes();
        }
    }

    /**
     * Without fields yet.
     *
     * @param number what it tells of, by FIT's global numbers
     */
    static FitData of(int number) {
        return new FitData(number);
    }

    /** With that field, unless it has no value or one that the field cannot hold. */
    FitData with(int field, FitBase base, @Nullable Long value) {
        return value != null && base.holds(value) ? withColumn(field, base, value) : this;
    }

    /** With that field always: messages of one look need one definition. */
    FitData withColumn(int field, FitBase base, @Nullable Long value) {
        Long held = value != null && base.holds(value) ? value : null;
        fields.add(new Field(field, base, Collections.singletonList(held)));
        return this;
    }

    /** With a list, unless one of the values does not fit. */
    FitData withList(int field, FitBase base, List<Long> values) {
        if (!values.isEmpty() && values.stream().allMatch(base::holds)) {
            fields.add(new Field(field, base, List.copyOf(values)));
        }
        return this;
    }

    /**
     * With a text, cut to at most that many bytes of UTF-8, the closing 0 included; not with an
     * empty one.
     */
    FitData withText(int field, @Nullable String text, int mostBytes) {
        byte[] bytes = cut(text == null ? "" : text, mostBytes - 1);
        if (bytes.length > 0) {
            List<@Nullable Long> values = new ArrayList<>();
            for (byte next : bytes) {
                values.add(next & 0xFFL);
            }
            values.add(0L);
            fields.add(new Field(field, FitBase.STRING, values));
        }
        return this;
    }

    int number() {
        return number;
    }

    List<Field> fields() {
        return fields;
    }

    private static byte[] cut(String text, int mostBytes) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int point : text.strip().codePoints().toArray()) {
            if (Character.isISOControl(point)) {
                continue;
            }
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }
}
