package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Oddity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What pages tell of the payload's date; points of other dates are passed over. A missing node
 * where they tell nothing of it.
 */
final class GoogleDates {
    private GoogleDates() {}

    /**
     * The value of a daily type. Of several the best source's ({@link GoogleSource#BEST_FIRST}), of
     * one source the last in the order of the parts.
     */
    static JsonNode daily(DatedPayload dated, String type) {
        Choice choice = new Choice();
        dated.parts()
                .answered(type)
                .forEach(part ->
                        GooglePage.read(
                                part,
                                dated.oddities(),
                                point -> {
                                    LocalDate date = of(point);
                                    if (date == null) {
                                        dated.oddities().met(Oddity.ROW_UNREADABLE);
                                    } else if (date.equals(dated.date())) {
                                        choice.take(point);
                                    }
                                }));
        return choice.value();
    }

    /** The date that a point of a daily type is of; null where it tells none. */
    static @Nullable LocalDate of(GooglePoint point) {
        return GoogleTimes.date(point.value().path("date"));
    }

    /** The value of a dailyRollUp's window, the last in the order of the parts. */
    static JsonNode rolledUp(DatedPayload dated, String type) {
        Choice choice = new Choice();
        dated.parts()
                .answered(type)
                .forEach(part ->
                        GooglePage.read(
                                part,
                                dated.oddities(),
                                point -> {
                                    LocalDate date = rolledUpDate(point);
                                    if (date == null) {
                                        dated.oddities().met(Oddity.ROW_UNREADABLE);
                                    } else if (date.equals(dated.date())) {
                                        choice.take(point);
                                    }
                                }));
        return choice.value();
    }

    /**
     * The one date that a window sums up; null where it does not begin at midnight, reaches over
     * more than a date, or tells instants (a rollUp, whose windows are no dates).
     */
    static @Nullable LocalDate rolledUpDate(GooglePoint point) {
        LocalDateTime start = GoogleTimes.civil(point.envelope().path("civilStartTime"));
        LocalDateTime end = GoogleTimes.civil(point.envelope().path("civilEndTime"));
        if (start == null || !start.equals(start.toLocalDate().atStartOfDay())) {
            return null;
        }
        return end != null && end.isAfter(start.plusDays(1)) ? null : start.toLocalDate();
    }

    private static final class Choice {
        private @Nullable GooglePoint chosen;

        void take(GooglePoint point) {
            if (chosen == null || !chosen.source().outranks(point.source())) {
                chosen = point;
            }
        }

        JsonNode value() {
            return chosen == null ? MissingNode.getInstance() : chosen.value();
        }
    }
}
