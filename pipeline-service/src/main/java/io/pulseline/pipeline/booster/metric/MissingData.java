package io.pulseline.pipeline.booster.metric;

import io.pulseline.pipeline.booster.BoostOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says beside a daily value for how long the device was worn on its local date, and whether nothing
 * has been synced for long.
 *
 * <p>A date is valid with {@code validDayHours} of wear time or more, as in Troiano et al. 2008,
 * <i>Physical activity in the United States measured by accelerometer</i> (Med Sci Sports Exerc
 * 40(1)), and Choi et al. 2011, <i>Validation of accelerometer wear and nonwear time classification
 * algorithm</i> (Med Sci Sports Exerc 43(2)), who ask for 10 hours. They tell wear from movement;
 * here it is told from heart rate. That a date is not valid is said only when the source has told
 * all of it.
 *
 * @param minutesOfValidHour from so many minutes with heart rate on an hour is valid, 1 to 60
 * @param validDayHours wear time that makes a date valid, in hours
 * @param noSyncHours after so many hours without a sync that is said
 */
record MissingData(int minutesOfValidHour, int validDayHours, int noSyncHours)
        implements MetricBooster {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int DAYS_TO_COME = 7;
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofHours(6);
    private static final MetricLookup.LastTold LAST_TOLD = new MetricLookup.LastTold();
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Override
    public List<MetricLookup> lookups(Metric metric) {
        return isDaily(metric) ? List.of(hours(metric), LAST_TOLD) : List.of();
    }

    @Override
    public BoostOutcome boost(Metric metric, MetricBackground background) {
        if (!isDaily(metric)) {
            return new BoostOutcome.Skipped("no daily value");
        }
        WornDay day = WornDay.of(metric.localDate(), background.heartRateHours(hours(metric)));
        Optional<Instant> lastTold = background.lastTold(LAST_TOLD);
        BoostOutcome.Added.Builder added =
                BoostOutcome.Added.builder().value("knownHours", day.toldHours());
        addWear(day, added);
        addSync(lastTold, background.now(), added);
        String text =
                Stream.of(wearText(day), syncText(lastTold, background.now()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n"));
        return added.text(text.isEmpty() ? null : text)
                .lookAgainAt(
                        lastTold.flatMap(last -> nextLook(metric, day, last, background.now()))
                                .orElse(null))
                .build();
    }

    private static boolean isDaily(Metric metric) {
        return DailyFigure.recordTypes().contains(metric.recordType());
    }

    private static MetricLookup.HeartRateHours hours(Metric metric) {
        return new MetricLookup.HeartRateHours(metric.localDate());
    }

    private void addWear(WornDay day, BoostOutcome.Added.Builder added) {
        if (!isWearKnown(day)) {
            return;
        }
        var _ = added.value("wearMinutes", day.wornMinutes());
        var _ = added.value("validHours", day.validHours(minutesOfValidHour));
        if (isLongEnough(day) || day.isToldWhole()) {
            var _ = added.value("validDay", isLongEnough(day) ? 1 : 0);
        }
    }

    /** Without heart rate, only a source that has told everything says that nothing was worn. */
    private static boolean isWearKnown(WornDay day) {
        return day.wornMinutes() > 0 || day.isToldWhole();
    }

    private boolean isLongEnough(WornDay day) {
        return day.wornMinutes() >= validDayHours * MINUTES_PER_HOUR;
    }

    private Optional<String> wearText(WornDay day) {
        if (!isWearKnown(day)) {
            return Optional.of(
                    "Heart rate of "
                            + day.date()
                            + " has not come yet: it is not known how long the device was worn");
        }
        if (isLongEnough(day)) {
            return Optional.empty();
        }
        int hours = day.validHours(minutesOfValidHour);
        String worn = "Worn " + HoursAndMinutes.of(day.wornMinutes());
        String valid = " (" + hours + (hours == 1 ? " valid hour)" : " valid hours)");
        return Optional.of(
                day.isToldWhole()
                        ? worn + valid + ": fewer than " + validDayHours + " h"
                        : worn + " so far" + valid + ": the rest has not come yet");
    }

    private void addSync(
            Optional<Instant> lastTold, Instant now, BoostOutcome.Added.Builder added) {
        lastTold.filter(last -> isLongAgo(last, now))
                .ifPresent(last -> {
                    var _ = added.value("hoursSinceSync", (double) hoursBetween(last, now));
                });
    }

    private Optional<String> syncText(Optional<Instant> lastTold, Instant now) {
        if (lastTold.isEmpty()) {
            return Optional.of("No heart rate has ever been synced");
        }
        return lastTold.filter(last -> isLongAgo(last, now))
                .map(last ->
                        "No sync since "
                                + TO_THE_MINUTE.format(last)
                                + " ("
                                + hoursBetween(last, now)
                                + " h)");
    }

    /** Also at the very instant for which a next look was wanted. */
    private boolean isLongAgo(Instant last, Instant now) {
        return !now.isBefore(longAgoFrom(last));
    }

    private Instant longAgoFrom(Instant last) {
        return last.plus(Duration.ofHours(noSyncHours));
    }

    private static long hoursBetween(Instant last, Instant now) {
        return Duration.between(last, now).toHours();
    }

    private static boolean isOld(Metric metric, Instant now) {
        LocalDate last = metric.localDate().plusDays(DAYS_TO_COME);
        return now.isAfter(last.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /**
     * When nothing is synced nothing comes, and nobody would ask again. One date is enough to say
     * it: that of the last sync, or the one before where UTC is already a day ahead. A date that is
     * not told whole is looked at again as well, for a week: its hours may come after it.
     */
    private Optional<Instant> nextLook(Metric metric, WornDay day, Instant last, Instant now) {
        LocalDate newest = last.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        Optional<Instant> silent =
                metric.localDate().isBefore(newest)
                        ? Optional.empty()
                        : Optional.of(longAgoFrom(last)).filter(now::isBefore);
        return silent.isPresent() || day.isToldWhole() || isOld(metric, now)
                ? silent
                : Optional.of(now.plus(LOOKS_AGAIN_AFTER));
    }
}
