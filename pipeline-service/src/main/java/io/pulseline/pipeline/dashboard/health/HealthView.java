package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Shell;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one measure shows.
 *
 * @param title of the measure
 * @param when the time that is shown
 * @param measures links to the same time of the others
 * @param spans links to longer and shorter times
 * @param next null where that time has not begun
 * @param gaps in words, those that are told one by one
 * @param moreGaps how many are not told
 * @param csv address of the same time as a table
 * @param json address of the records themselves
 */
public record HealthView(
        Shell shell,
        String title,
        String when,
        List<Tab> measures,
        List<Tab> spans,
        String previous,
        @Nullable String next,
        String today,
        List<Panel> panels,
        List<Gap> gaps,
        int moreGaps,
        String csv,
        String json) {
    /** A year of nights now and then would be a page of its own. */
    private static final int MOST_GAPS = 12;

    public HealthView {
        measures = List.copyOf(measures);
        spans = List.copyOf(spans);
        panels = List.copyOf(panels);
        gaps = List.copyOf(gaps);
    }

    /** A link to another view of the same. */
    public record Tab(String title, String path, boolean open) {}

    /** Where there is nothing, and why. */
    public record Gap(String text, String reason) {}

    static HealthView of(
            Shell shell, Measure measure, Period period, List<Panel> panels, List<Gap> gaps) {
        LocalDate today = shell.reader().today();
        boolean isLast = !period.last().isBefore(today);
        return new HealthView(
                shell,
                measure.title(),
                period.title(shell.reader()),
                Arrays.stream(Measure.values())
                        .map(other ->
                                new Tab(
                                        other.title(),
                                        path(other, period.span(), period.date()),
                                        other == measure))
                        .toList(),
                Arrays.stream(Span.values())
                        .map(span ->
                                new Tab(
                                        span.title(),
                                        path(measure, span, period.date()),
                                        span == period.span()))
                        .toList(),
                path(measure, period.span(), period.before()),
                isLast ? null : path(measure, period.span(), period.after()),
                path(measure, period.span(), today),
                panels,
                gaps.subList(0, Math.min(gaps.size(), MOST_GAPS)),
                Math.max(0, gaps.size() - MOST_GAPS),
                export(measure, period, "csv"),
                export(measure, period, "json"));
    }

    private static String path(Measure measure, Span span, LocalDate date) {
        return "/health/" + measure.path() + "?span=" + span.word() + "&date=" + date;
    }

    private static String export(Measure measure, Period period, String format) {
        return "/api/health/"
                + measure.path()
                + "?from="
                + period.first()
                + "&to="
                + period.last()
                + "&format="
                + format;
    }
}
