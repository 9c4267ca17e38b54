package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing and what is told of it in numbers.
 *
 * @param chart null where there is nothing to draw
 * @param reader by whose clocks the drawing's times are told: those of the user at that time
 */
public record Panel(String title, @Nullable Chart chart, Reader reader, List<Figure> figures) {
    public Panel {
        figures = List.copyOf(figures);
    }

    /** A number with its unit under its name; a dash where there is none. */
    public record Figure(String name, String value) {}
}
