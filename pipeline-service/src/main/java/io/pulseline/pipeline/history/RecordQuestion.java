package io.pulseline.pipeline.history;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.record.RecordPages.After;
import io.pulseline.pipeline.record.RecordPages.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which records somebody asks for.
 *
 * @param after where the page begins; null for the first one
 * @param limit how many records at most
 * @param series whether heart rate, track and steps are wanted as well
 */
record RecordQuestion(Range range, @Nullable After after, int limit, boolean series) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** The hours of the longest day there is; by the second they are some MB. */
    private static final int MOST_WITH_SERIES = 25;

    private static final Set<String> KNOWN =
            Set.of("type", "from", "to", "limit", "after", "series");

    private static final List<String> TYPES =
            List.of(
                    RecordType.ACTIVITY,
                    RecordType.HEART_RATE,
                    RecordType.HEART_RATE_VARIABILITY,
                    RecordType.STEPS,
                    RecordType.RESPIRATORY_RATE,
                    RecordType.OXYGEN_SATURATION,
                    RecordType.SLEEP,
                    RecordType.DAILY_SUMMARY);

    /**
     * Reads the parameters of a request.
     *
     * @throws InvalidFormException naming every one that is wrong
     */
    static RecordQuestion read(Map<String, List<String>> parameters) {
        Reading reading = new Reading(parameters, new ArrayList<>());
        RecordQuestion question = reading.question();
        if (!reading.errors().isEmpty()) {
            throw new InvalidFormException(reading.errors());
        }
        return question;
    }

    private record Reading(Map<String, List<String>> parameters, List<FieldError> errors) {

        RecordQuestion question() {
            parameters.keySet().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .sorted()
                    .forEach(name -> complain(name, "is not known here"));
            LocalDate from = date("from");
            LocalDate to = date("to");
            if (from != null && to != null && to.isBefore(from)) {
                complain("to", "must not be before from");
            }
            boolean series = series();
            return new RecordQuestion(new Range(type(), from, to), after(), limit(series), series);
        }

        private String type() {
            String given = one("type");
            if (given == null || !TYPES.contains(given)) {
                complain("type", "must be one of " + String.join(", ", TYPES));
                return RecordType.ACTIVITY;
            }
            return given;
        }

        private boolean series() {
            String given = one("series");
            if (given != null && !given.equals("true") && !given.equals("false")) {
                complain("series", "must be true or false");
            }
            return "true".equals(given);
        }

        private @Nullable After after() {
            String mark = one("after");
            After after = mark == null ? null : RecordMark.read(mark).orElse(null);
            if (mark != null && after == null) {
                complain("after", "is not the 'next' of an earlier answer");
            }
            return after;
        }

        private int limit(boolean series) {
            int most = series ? MOST_WITH_SERIES : MOST;
            String given = one("limit");
            if (given == null) {
                return Math.min(USUAL, most);
            }
            try {
                int limit = Integer.parseInt(given);
                if (limit >= 1 && limit <= most) {
                    return limit;
                }
            } catch (NumberFormatException _) {
                // Told below, like a number outside the limits.
            }
            complain("limit", "must be 1 to " + most + (series ? " with series" : ""));
            return 1;
        }

        private @Nullable LocalDate date(String name) {
            String given = one(name);
            if (given == null) {
                return null;
            }
            try {
                LocalDate date = LocalDate.parse(given);
                // Years of more digits are beyond what the database holds.
                if (date.getYear() >= 1 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeException _) {
                // Told below.
            }
            complain(name, "must be a date as 2026-11-29");
            return null;
        }

        private @Nullable String one(String name) {
            List<String> given = parameters.getOrDefault(name, List.of());
            if (given.size() > 1) {
                complain(name, "must be given once");
            }
            return given.isEmpty() ? null : given.getFirst();
        }

        private void complain(String name, String reason) {
            FieldError error = new FieldError(name, reason);
            if (!errors.contains(error)) {
                errors.add(error);
            }
        }
    }
}
