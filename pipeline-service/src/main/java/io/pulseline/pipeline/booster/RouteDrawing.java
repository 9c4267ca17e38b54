package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.series.Positions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws positions: north is up, and a degree of longitude is as much shorter than one of latitude
 * as it is there (equirectangular, by the cosine of the middle latitude).
 */
public final class RouteDrawing {
    private static final double SIZE = 400;
    private static final double MARGIN = 20;

    /** Half a pixel: nobody sees the difference. */
    private static final double TOLERANCE = 0.5;

    private static final double SMALLEST_EXTENT_DEGREES = 1e-5;

    private RouteDrawing() {}

    /** At most 64 kB; empty if all positions are within a metre. */
    public static Optional<String> svg(Positions positions) {
        List<PlanePoint> flat = flat(positions);
        double left = flat.stream().mapToDouble(PlanePoint::x).min().orElseThrow();
        double right = flat.stream().mapToDouble(PlanePoint::x).max().orElseThrow();
        double top = flat.stream().mapToDouble(PlanePoint::y).min().orElseThrow();
        double bottom = flat.stream().mapToDouble(PlanePoint::y).max().orElseThrow();
        double extent = Math.max(right - left, bottom - top);
        if (extent < SMALLEST_EXTENT_DEGREES) {
            return Optional.empty();
        }
        double scale = (SIZE - 2 * MARGIN) / extent;
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        List<PlanePoint> drawn =
                flat.stream()
                        .map(point ->
                                new PlanePoint(
                                        SIZE / 2 + (point.x() - middleX) * scale,
                                        SIZE / 2 + (point.y() - middleY) * scale))
                        .toList();
        return Optional.of(smallEnough(drawn));
    }

    private static List<PlanePoint> flat(Positions positions) {
        double south = 90;
        double north = -90;
        for (int position = 0; position < positions.size(); position++) {
            south = Math.min(south, positions.latitudeDegrees(position));
            north = Math.max(north, positions.latitudeDegrees(position));
        }
        double stretch = Math.cos(Math.toRadians((south + north) / 2));
        double meridian = positions.longitudeDegrees(0);
        List<PlanePoint> flat = new ArrayList<>(positions.size());
        for (int position = 0; position < positions.size(); position++) {
            // Across the date line it is 1 degree from 179.5 to -179.5.
            double east = Math.IEEEremainder(positions.longitudeDegrees(position) - meridian, 360);
            flat.add(new PlanePoint(east * stretch, -positions.latitudeDegrees(position)));
        }
        return flat;
    }

    private static String smallEnough(List<PlanePoint> drawn) {
        double tolerance = TOLERANCE;
        String svg = svg(Outline.of(drawn, tolerance));
        while (svg.getBytes(StandardCharsets.UTF_8).length
                > BoostOutcome.Added.LONGEST_IMAGE_BYTES) {
            tolerance *= 2;
            svg = svg(Outline.of(drawn, tolerance));
        }
        return svg;
    }

    private static String svg(List<PlanePoint> outline) {
        StringBuilder path = new StringBuilder();
        for (PlanePoint point : outline) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">
        <title>Route</title>
        <path d="%s" fill="none" stroke="#1c7ed6" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>
        %s
        %s
        </svg>
        """
                .formatted(
                        path,
                        mark("End", outline.getLast(), 9, "#c92a2a"),
                        mark("Start", outline.getFirst(), 6, "#2b8a3e"));
    }

    private static String mark(String title, PlanePoint at, int radius, String colour) {
        return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"><title>%s</title></circle>"
                .formatted(number(at.x()), number(at.y()), radius, colour, title);
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
