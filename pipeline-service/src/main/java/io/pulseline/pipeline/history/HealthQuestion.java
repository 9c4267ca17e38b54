package io.pulseline.pipeline.history;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dates somebody wants to have, and how.
 *
 * @param from local date of the user, inclusive
 * @param to inclusive
 * @param csv false for our JSON
 */
record HealthQuestion(LocalDate from, LocalDate to, boolean csv) {
    /** A leap year. */
    static final int MOST_DAYS = 366;

    private static final Set<String> KNOWN = Set.of("from", "to", "format");
    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;

    /**
     * Reads the parameters of a request.
     *
     * @throws InvalidFormException naming every one that is wrong
     */
    static HealthQuestion read(Map<String, List<String>> parameters) {
        List<FieldError> errors = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> errors.add(new FieldError(name, "is not known here")));
        LocalDate from = date(parameters, "from", errors);
        LocalDate to = date(parameters, "to", errors);
        String format = one(parameters, "format", errors);
        if (format != null && !format.equals("json") && !format.equals("csv")) {
            errors.add(new FieldError("format", "must be json or csv"));
        }
        if (from != null && to != null) {
            if (to.isBefore(from)) {
                errors.add(new FieldError("to", "must not be before from"));
            } else if (!to.isBefore(from.plusDays(MOST_DAYS))) {
                errors.add(new FieldError("to", "must be within " + MOST_DAYS + " days of from"));
            }
        }
        if (from == null || to == null || !errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        return new HealthQuestion(from, to, "csv".equals(format));
    }

    private static @Nullable LocalDate date(
            Map<String, List<String>> parameters, String name, List<FieldError> errors) {
        int before = errors.size();
        String given = one(parameters, name, errors);
        try {
            LocalDate date = given == null ? null : LocalDate.parse(given);
            if (date != null && date.getYear() >= EARLIEST_YEAR && date.getYear() < LATEST_YEAR) {
                return date;
            }
        } catch (DateTimeException _) {
            // Told below.
        }
        if (errors.size() == before) {
            errors.add(new FieldError(name, "must be a date as 2026-11-29"));
        }
        return null;
    }

    private static @Nullable String one(
            Map<String, List<String>> parameters, String name, List<FieldError> errors) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.size() > 1) {
            errors.add(new FieldError(name, "must be given once"));
        }
        return given.size() == 1 ? given.getFirst() : null;
    }
}
