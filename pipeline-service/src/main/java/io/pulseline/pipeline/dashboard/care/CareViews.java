package io.pulseline.pipeline.dashboard.care;

import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.sharing.CareCode;
import io.pulseline.pipeline.sharing.Share;
import io.pulseline.pipeline.sharing.SharedDays.SharedDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands on the pages of the care team. */
public final class CareViews {
    private static final double MINUTES_IN_HOUR = 60;

    private CareViews() {}

    /**
     * The list.
     *
     * @param code to hand out; empty if there is none
     * @param codeUntil when it expires; a dash if there is none
     */
    public record Overview(Shell shell, String code, String codeUntil, List<ShownUser> users) {
        public Overview {
            users = List.copyOf(users);
        }

        static Overview of(
                Shell shell,
                Optional<CareCode> code,
                List<Share> shares,
                Map<UUID, List<SharedDay>> days) {
            Reader reader = shell.reader();
            return new Overview(
                    shell,
                    code.map(CareCode::code).orElse(""),
                    reader.moment(code.map(CareCode::expiresAt).orElse(null)),
                    shares.stream()
                            .map(share ->
                                    ShownUser.of(
                                            share,
                                            days.getOrDefault(share.user(), List.of()),
                                            reader))
                            .toList());
        }

        /** True where there is a code to hand out. */
        public boolean hasCode() {
            return !code.isEmpty();
        }
    }

    /**
     * One user.
     *
     * @param days of which there is anything, latest first
     */
    public record OneUser(
            Shell shell, String label, String until, List<ShownDay> days, List<Chart> charts) {
        public OneUser {
            days = List.copyOf(days);
            charts = List.copyOf(charts);
        }

        static OneUser of(Shell shell, Share share, List<SharedDay> days) {
            Reader reader = shell.reader();
            return new OneUser(
                    shell,
                    share.label(),
                    reader.day(share.until()),
                    days.stream().map(day -> ShownDay.of(day, reader)).toList(),
                    days.isEmpty() ? List.of() : CareViews.charts(days, reader));
        }
    }

    /** Of what nothing was measured nothing is drawn. */
    private static List<Chart> charts(List<SharedDay> days, Reader reader) {
        Chart.Line steps =
                Chart.bars(
                        Texts.say("careteam_steps"),
                        "",
                        points(days, reader, day -> number(day.steps())));
        Chart.Line resting =
                new Chart.Line(
                        Texts.say("careteam_resting"),
                        "bpm",
                        Chart.Kind.LINE,
                        1,
                        false,
                        points(days, reader, SharedDay::restingHeartRateBeatsPerMinute));
        Chart.Line nights =
                Chart.bars(
                        Texts.say("careteam_night"), "h", points(days, reader, CareViews::hours));
        return Stream.of(
                        chart(Texts.say("careteam_chartDays"), reader, steps, resting),
                        chart(Texts.say("careteam_chartNights"), reader, nights))
                .filter(chart -> !chart.lines().isEmpty())
                .toList();
    }

    private static Chart chart(String title, Reader reader, Chart.Line... lines) {
        return Chart.of(
                title,
                reader.zone().getId(),
                Stream.of(lines)
                        .filter(line ->
                                line.points().stream().anyMatch(point -> point.value() != null))
                        .toList());
    }

    private static @Nullable Double hours(SharedDay day) {
        Double minutes = number(day.nightAsleepMinutes());
        return minutes == null ? null : minutes / MINUTES_IN_HOUR;
    }

    private static @Nullable Double number(@Nullable Integer whole) {
        return whole == null ? null : whole.doubleValue();
    }

    /** One for each date from the first to the last, so that a gap is one. */
    private static List<Chart.Point> points(
            List<SharedDay> days, Reader reader, Function<SharedDay, @Nullable Double> value) {
        List<SharedDay> inOrder = new ArrayList<>(days);
        Collections.reverse(inOrder);
        List<Chart.Point> points = new ArrayList<>();
        LocalDate next = inOrder.getFirst().date();
        for (SharedDay day : inOrder) {
            for (; next.isBefore(day.date()); next = next.plusDays(1)) {
                points.add(new Chart.Point(noon(next, reader), null));
            }
            points.add(new Chart.Point(noon(day.date(), reader), value.apply(day)));
            next = day.date().plusDays(1);
        }
        return points;
    }

    /** So that the reader sees that date, wherever the user was. */
    private static long noon(LocalDate date, Reader reader) {
        return date.atTime(LocalTime.NOON).atZone(reader.zone()).toInstant().toEpochMilli();
    }
}
