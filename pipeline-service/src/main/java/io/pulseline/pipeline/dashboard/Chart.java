package io.pulseline.pipeline.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing over time, as {@code charts.js} takes it; {@code {#chart chart /}} puts it on a page,
 * with the same numbers as a table for those who do not see it.
 *
 * @param title said to those who do not see it, and above it
 * @param zone IANA name in which the times are told
 * @param lines at least one, or none beside {@code stages}
 * @param bands pale areas behind the lines; usual ranges
 * @param stages times with a word, as of sleep; empty for other drawings
 * @param stageNames words of {@code stages}, the topmost first
 * @param daily true where each point is a whole date, told at its noon; bars of one date then stand
 *     on each other
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Chart(
        String title,
        String zone,
        List<Line> lines,
        List<Band> bands,
        List<Stage> stages,
        List<String> stageNames,
        boolean daily) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a line is drawn. */
    public enum Kind {
        LINE,
        BAR,
        /** Single points. */
        DOTS
    }

    /**
     * One thing that is measured.
     *
     * @param unit as it is shown, for example {@code bpm}
     * @param axis 0 for the left one, 1 for the right one
     * @param inverse true where less is higher up, as of pace
     * @param points in order of time
     */
    public record Line(
            String name, String unit, Kind kind, int axis, boolean inverse, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One value.
     *
     * @param at epoch milliseconds
     * @param value null is a gap, which is drawn as one
     */
    public record Point(long at, @Nullable Double value) {}

    /** A range at each time, epoch milliseconds. */
    public record Band(String name, List<Range> ranges) {
        public Band {
            ranges = List.copyOf(ranges);
        }
    }

    /** From the lowest to the highest usual value; null where none is known. */
    public record Range(long at, @Nullable Double low, @Nullable Double high) {}

    /** A time in which one word holds, epoch milliseconds. */
    public record Stage(long from, long to, String name) {}

    public Chart {
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        stages = List.copyOf(stages);
        stageNames = List.copyOf(stageNames);
    }

    /** Of instants. */
    public Chart(
            String title,
            String zone,
            List<Line> lines,
            List<Band> bands,
            List<Stage> stages,
            List<String> stageNames) {
        this(title, zone, lines, bands, stages, stageNames, false);
    }

    /** Lines alone. */
    public static Chart of(String title, String zone, List<Line> lines) {
        return new Chart(title, zone, lines, List.of(), List.of(), List.of());
    }

    /** A point for each date, at noon in {@code zone}. */
    public static Chart ofDays(String title, String zone, List<Line> lines, List<Band> bands) {
        return new Chart(title, zone, lines, bands, List.of(), List.of(), true);
    }

    /** A line on the left axis. */
    public static Line line(String name, String unit, List<Point> points) {
        return new Line(name, unit, Kind.LINE, 0, false, points);
    }

    /** Bars on the left axis. */
    public static Line bars(String name, String unit, List<Point> points) {
        return new Line(name, unit, Kind.BAR, 0, false, points);
    }

    /** As the script reads it. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    /** At most that many rows of the table. */
    private static final int MOST_ROWS = 200;

    /** The points of all lines as rows of text, thinned out where they are many. */
    public List<Row> rows(Reader reader) {
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            int every = Math.max(1, line.points().size() * lines.size() / MOST_ROWS);
            for (int next = 0; next < line.points().size(); next += every) {
                Point point = line.points().get(next);
                rows.add(
                        new Row(
                                when(point.at(), reader),
                                line.name(),
                                reader.tenths(point.value(), line.unit())));
            }
        }
        for (Stage stage : stages) {
            rows.add(
                    new Row(
                            when(stage.from(), reader),
                            stage.name(),
                            reader.duration(stage.to() - stage.from())));
        }
        return rows;
    }

    private String when(long at, Reader reader) {
        Instant instant = Instant.ofEpochMilli(at);
        return daily ? reader.day(reader.dateOf(instant)) : reader.moment(instant);
    }

    /** One row of the table beside the drawing. */
    public record Row(String at, String name, String value) {}
}
