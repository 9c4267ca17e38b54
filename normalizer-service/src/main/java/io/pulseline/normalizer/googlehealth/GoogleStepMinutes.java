package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Steps by the minute, from the intervals of several pages in any order (fact sheet 4.4).
 *
 * <p>Fitbit's trackers tell of whole minutes. Phones and apps may not, and then only what is exact
 * is kept:
 *
 * <ul>
 *   <li>an interval inside one minute counts in it;
 *   <li>an interval without a step over several minutes makes each whole one of them a 0;
 *   <li>steps over several minutes are not spread. An even share would be right for the sum and
 *       wrong for every minute of it: 100 steps in 10 minutes are mostly one minute of walking, and
 *       whoever reads cadence or rest from the minutes would be told what nobody did. Those minutes
 *       stay unknown and are counted; the sum of the day stands in the daily summary.
 * </ul>
 *
 * Pages may overlap: the same interval of one source twice is one interval. Of several sources the
 * best one that tells of a minute decides on it ({@link GoogleSource#BEST_FIRST}); they are never
 * added, because they counted the same steps.
 */
final class GoogleStepMinutes {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int MOST_STEPS = 1_000_000;

    /** No count that says anything of its minutes is longer. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final Oddities oddities;
    private final TreeMap<GoogleSource, Map<Span, Integer>> bySource =
            new TreeMap<>(GoogleSource.BEST_FIRST);

    GoogleStepMinutes(Oddities oddities) {
        this.oddities = oddities;
    }

    private record Span(long fromMillis, long toMillis) {
        long firstMinute() {
            return Math.floorDiv(fromMillis, MINUTE);
        }

        long lastMinute() {
            return Math.floorDiv(toMillis - 1, MINUTE);
        }

        boolean isWithinAMinute() {
            return firstMinute() == lastMinute();
        }

        boolean holdsWhole(long minute) {
            return fromMillis <= minute * MINUTE && toMillis >= (minute + 1) * MINUTE;
        }
    }

    /** Told of each minute by its start, in order of time. */
    @FunctionalInterface
    interface Sink {
        void minute(Instant start, int count);
    }

    /**
     * Takes one page.
     *
     * @param wanted asked with start and end of an interval; others are passed over
     */
    void read(PayloadPart part, BiPredicate<Instant, Instant> wanted) {
        GooglePage.read(part, oddities, point -> take(point, wanted));
    }

    private void take(GooglePoint point, BiPredicate<Instant, Instant> wanted) {
        JsonNode interval = point.value().path("interval");
        Instant from = GoogleTimes.instant(interval, "startTime");
        Instant to = GoogleTimes.instant(interval, "endTime");
        Integer count = GoogleJson.countOrZero(point.value(), "count");
        if (from == null
                || to == null
                || count == null
                || count > MOST_STEPS
                || !from.isBefore(to)
                || Duration.between(from, to).compareTo(LONGEST) > 0) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else if (wanted.test(from, to)) {
            keep(point.source(), new Span(from.toEpochMilli(), to.toEpochMilli()), count);
        }
    }

    private void keep(GoogleSource source, Span span, int count) {
        Integer before =
                bySource.computeIfAbsent(source, _ -> new HashMap<>()).putIfAbsent(span, count);
        if (before != null && before != count) {
            oddities.met(Oddity.SAME_TIME_TWICE);
        }
    }

    /** Tells of every minute that is known. */
    void forEach(Sink sink) {
        Map<Long, @Nullable Integer> decided = new TreeMap<>();
        bySource.forEach((_, spans) -> {
            Minutes minutes = new Minutes();
            spans.forEach((span, count) -> minutes.add(span, count));
            for (long minute : minutes.told) {
                Integer count = minutes.count(minute);
                if (!decided.containsKey(minute)) {
                    decided.put(minute, count);
                } else if (count != null && !count.equals(decided.get(minute))) {
                    oddities.met(Oddity.SOURCES_OVERLAP);
                }
            }
        });
        decided.forEach((minute, count) -> {
            if (count != null) {
                sink.minute(Instant.ofEpochMilli(minute * MINUTE), count);
            }
        });
    }

    /** What one source tells. */
    private final class Minutes {
        private final Map<Long, Integer> whole = new HashMap<>();
        private final Map<Long, Integer> pieces = new HashMap<>();
        private final TreeSet<Long> told = new TreeSet<>();
        private final TreeSet<Long> doubtful = new TreeSet<>();

        void add(Span span, int count) {
            if (span.isWithinAMinute()) {
                Map<Long, Integer> counts = span.holdsWhole(span.firstMinute()) ? whole : pieces;
                counts.merge(span.firstMinute(), count, Math::addExact);
                told.add(span.firstMinute());
                return;
            }
            if (count > 0) {
                oddities.met(Oddity.STEPS_OVER_MINUTES);
            }
            for (long minute = span.firstMinute(); minute <= span.lastMinute(); minute++) {
                if (count > 0) {
                    told.add(minute);
                    doubtful.add(minute);
                } else if (span.holdsWhole(minute)) {
                    told.add(minute);
                    pieces.merge(minute, 0, Math::addExact);
                }
            }
        }

        /** A count of exactly this minute outweighs whatever else the source tells of it. */
        @Nullable Integer count(long minute) {
            Integer exact = whole.get(minute);
            if (exact != null) {
                return exact;
            }
            return doubtful.contains(minute) ? null : pieces.get(minute);
        }
    }
}
