package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.DailySummary;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a date as a table: a line for each measure that is known, named as in our JSON,
 * its unit in the name. Of a heart-rate zone, the zone's name stands beside it; of a weight, its
 * time.
 */
final class DailyCsv {
    private static final String TIME = "measuredEpochMillis";
    private static final Set<String> NO_MEASURES =
            Set.of("recordId", "revision", "contentHash", "user", "localDate", "deleted");

    static final List<String> HEADER = List.of("local_date", "measure", "name", "time", "value");

    private final CsvOut csv;
    private final String date;

    private DailyCsv(CsvOut csv, String date) {
        this.csv = csv;
        this.date = date;
    }

    static void add(CsvOut csv, DailySummary summary) {
        DailyCsv table = new DailyCsv(csv, summary.getLocalDate());
        for (Schema.Field field : summary.getSchema().getFields()) {
            if (!NO_MEASURES.contains(field.name())) {
                table.add(field.name(), summary.get(field.pos()));
            }
        }
    }

    private void add(String measure, @Nullable Object value) {
        if (value instanceof Number) {
            csv.row(date, measure, null, null, value);
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof SpecificRecord record) {
                    addItem(measure, record);
                }
            }
        }
    }

    private void addItem(String measure, SpecificRecord item) {
        Object name = value(item, "name");
        Long measured = value(item, TIME) instanceof Long at ? at : null;
        String time = measured == null ? null : CsvTime.UTC.text(measured);
        for (Schema.Field field : item.getSchema().getFields()) {
            if (item.get(field.pos()) instanceof Number number && !field.name().equals(TIME)) {
                csv.row(date, measure + "." + field.name(), name, time, number);
            }
        }
    }

    private static @Nullable Object value(SpecificRecord item, String name) {
        Schema.Field field = item.getSchema().getField(name);
        return field == null ? null : item.get(field.pos());
    }
}
