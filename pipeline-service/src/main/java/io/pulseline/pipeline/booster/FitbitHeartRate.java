package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.heart.HeldHeartRate;
import io.pulseline.pipeline.booster.heart.MeasuredHeartRate;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.KnownHeartRate;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.series.ClockDrift;
import io.pulseline.pipeline.booster.series.HeartRateCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the heart rate that the user's Fitbit measured onto an activity of another source. All goes
 * by absolute instants: no local time, no stretching, and every sample stays where it was measured,
 * whatever instants the track has. Gaps of more than 60 s stay gaps.
 *
 * <p>A Fitbit tells its heart rate only after it has been synchronised. Until it has told that of
 * the whole activity, the booster waits, for 108 minutes at most; then it takes what there is.
 *
 * @param force whether heart rate of the activity's own is replaced
 * @param correctsDrift whether samples are moved by the difference of the two clocks
 */
record FitbitHeartRate(boolean force, boolean correctsDrift) implements AskingBooster {
    /** Neighbours of the first and of the last moment lie within; farther is a gap. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** As far as a clock may be wrong to be corrected. */
    private static final Duration DRIFT_MARGIN = Duration.ofMinutes(3);

    /** Offsets of samples are milliseconds in an {@code int}. */
    private static final Duration LONGEST = Duration.ofDays(24);

    /** Since it was asked first: 1, 2, 5, 10, 30 and 60 minutes after each other. */
    private static final List<Duration> ASKS_AGAIN_AFTER =
            Stream.of(1, 3, 8, 18, 48, 108).map(Duration::ofMinutes).toList();

    private static final double WHOLE_PERCENT = 99;

    @Override
    public Question question(Activity activity) {
        return obstacle(activity)
                .map(Question::skipped)
                .orElseGet(() -> question(activity, Span.of(activity)));
    }

    private Question question(Activity activity, Span span) {
        Lookup.HeartRate lookup = lookup(span);
        return new Question(
                List.of(lookup), background -> placed(activity, span, lookup, background));
    }

    /** Why there is nothing to look up. */
    private Optional<String> obstacle(Activity activity) {
        Long elapsed = activity.getElapsedMilliseconds();
        if (activity.getStartEpochMillis() == null) {
            return Optional.of("no start");
        }
        if (elapsed == null || elapsed <= 0) {
            return Optional.of("no duration");
        }
        if (elapsed > LONGEST.toMillis()) {
            return Optional.of("it lasts longer than " + LONGEST.toDays() + " days");
        }
        return !force && HeartRateCurve.of(activity).isPresent()
                ? Optional.of("it has heart rate already")
                : Optional.empty();
    }

    private Lookup.HeartRate lookup(Span span) {
        Duration margin = correctsDrift ? MARGIN.plus(DRIFT_MARGIN) : MARGIN;
        return new Lookup.HeartRate(span.start().minus(margin), span.end().plus(margin));
    }

    private BoostOutcome placed(
            Activity activity, Span span, Lookup.HeartRate lookup, Background background) {
        KnownHeartRate known = background.heartRate(lookup);
        Optional<Instant> again =
                span.isCoveredBy(known) ? Optional.empty() : askedAgain(background);
        return again.<BoostOutcome>map(
                        when -> new BoostOutcome.Later(when, span.missingIn(known), lookup))
                .orElseGet(() -> taken(activity, span, lookup, known));
    }

    /** Empty if it has waited long enough. */
    private static Optional<Instant> askedAgain(Background background) {
        return ASKS_AGAIN_AFTER.stream()
                .map(background.askedFirst()::plus)
                .filter(background.now()::isBefore)
                .findFirst();
    }

    private BoostOutcome taken(
            Activity activity, Span span, Lookup.HeartRate lookup, KnownHeartRate known) {
        MeasuredHeartRate measured =
                MeasuredHeartRate.of(known.samples(), lookup.from(), lookup.to());
        OptionalInt drift = ClockDrift.seconds(measured.samples(), activity);
        Duration shift = Duration.ofSeconds(correctsDrift ? drift.orElse(0) : 0);
        HeartRateSamples inside = measured.earlierBy(shift).during(span.start(), span.end());
        Span byItsClock = span.laterBy(shift);
        Lookup.@Nullable HeartRate awaits = byItsClock.isCoveredBy(known) ? null : lookup;
        if (inside.getOffsetMilliseconds().isEmpty()) {
            return awaits == null
                    ? new BoostOutcome.Skipped(
                            "the Fitbit measured no heart rate during it (not worn?)")
                    : new BoostOutcome.Skipped(byItsClock.missingIn(known), awaits);
        }
        return added(inside, coveredPercent(inside, activity), drift, awaits);
    }

    /** Between the samples only: without an end, the last one holds for no time. */
    private static double coveredPercent(HeartRateSamples inside, Activity activity) {
        Activity endless = new Activity();
        endless.setHeartRate(inside);
        return HeldHeartRate.of(endless).coveredPercent(activity).orElseThrow();
    }

    private BoostOutcome added(
            HeartRateSamples inside,
            double coveredPercent,
            OptionalInt drift,
            Lookup.@Nullable HeartRate awaits) {
        BoostOutcome.Added.Builder added =
                BoostOutcome.Added.builder()
                        .heartRate(inside)
                        .value("heartRateCoveredPercent", coveredPercent)
                        .value("heartRateSamples", inside.getOffsetMilliseconds().size())
                        .awaits(awaits);
        List<String> lines = new ArrayList<>();
        if (coveredPercent < WHOLE_PERCENT) {
            // Cut, not rounded: it must not claim more than there is.
            lines.add("Fitbit heart rate for " + (int) coveredPercent + " % of the time");
        }
        drift.ifPresent(seconds -> {
            var _ = added.value("clockDriftSeconds", seconds);
            lines.add(told(seconds));
        });
        return added.text(lines.isEmpty() ? null : String.join("\n", lines)).build();
    }

    private String told(int driftSeconds) {
        return String.format(
                Locale.ROOT,
                "The Fitbit's clock is about %d s %s%s",
                Math.abs(driftSeconds),
                driftSeconds > 0 ? "ahead" : "behind",
                correctsDrift ? " (corrected)" : "");
    }

    /** From the start of the activity to its end. */
    private record Span(Instant start, Instant end) {
        private static Span of(Activity activity) {
            Instant start = Instant.ofEpochMilli(requireNonNull(activity.getStartEpochMillis()));
            return new Span(
                    start, start.plusMillis(requireNonNull(activity.getElapsedMilliseconds())));
        }

        private Span laterBy(Duration shift) {
            return new Span(start.plus(shift), end.plus(shift));
        }

        private boolean isCoveredBy(KnownHeartRate known) {
            return known.covers(start, end);
        }

        private String missingIn(KnownHeartRate known) {
            Instant reached = known.coveredUntil(start);
            boolean isOneMinute =
                    reached.truncatedTo(ChronoUnit.MINUTES)
                            .equals(end.truncatedTo(ChronoUnit.MINUTES));
            DateTimeFormatter clock =
                    DateTimeFormatter.ofPattern(
                                    isOneMinute ? "HH:mm:ss'Z'" : "HH:mm'Z'", Locale.ROOT)
                            .withZone(ZoneOffset.UTC);
            return reached.equals(start)
                    ? "heart rate from " + clock.format(start) + " on is not there yet"
                    : "heart rate is there until "
                            + clock.format(reached)
                            + " of "
                            + clock.format(end);
        }
    }
}
