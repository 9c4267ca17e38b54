package io.pulseline.pipeline.dashboard.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.dashboard.Chart.Point;
import java.util.ArrayList;
import java.util.List;

/** Samples of a night, as a record tells them in columns. */
final class Series {
    private Series() {}

    /**
     * With a point without a value where the next sample is too far away to draw a line to it.
     *
     * @param columns {@code startEpochMillis}, {@code offsetMilliseconds} and the values
     * @param values name of their column, whose nulls stay gaps
     * @param farMilliseconds so far apart, nothing was measured in between
     */
    static List<Point> of(JsonNode columns, String values, long farMilliseconds) {
        JsonNode offsets = columns.path("offsetMilliseconds");
        JsonNode column = columns.path(values);
        long start = columns.path("startEpochMillis").asLong();
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < Math.min(offsets.size(), column.size()); at++) {
            long time = start + offsets.get(at).asLong();
            if (!points.isEmpty() && time - points.getLast().at() > farMilliseconds) {
                points.add(new Point(points.getLast().at() + 1, null));
            }
            JsonNode value = column.get(at);
            points.add(new Point(time, value.isNumber() ? Rounded.tenths(value.asDouble()) : null));
        }
        return points;
    }
}
