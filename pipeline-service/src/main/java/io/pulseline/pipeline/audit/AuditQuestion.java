package io.pulseline.pipeline.audit;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which page of the audit log somebody asks for.
 *
 * @param before its entries are older than the one with this id
 * @param limit how many entries at most
 */
public record AuditQuestion(long before, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /**
     * Reads the parameters of a request.
     *
     * @throws InvalidFormException naming every one that is wrong
     */
    public static AuditQuestion read(Map<String, List<String>> parameters) {
        List<FieldError> errors = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !Set.of("limit", "after").contains(name))
                .sorted()
                .forEach(name -> errors.add(new FieldError(name, "is not known here")));
        long before =
                number(
                        parameters,
                        "after",
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        "is not the 'next' of an earlier answer",
                        errors);
        long limit = number(parameters, "limit", USUAL, MOST, "must be 1 to " + MOST, errors);
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        return new AuditQuestion(before, (int) limit);
    }

    /** What asks for the page after this entry. */
    public static String mark(AuditEntry last) {
        return Long.toString(last.entryId());
    }

    private static long number(
            Map<String, List<String>> parameters,
            String name,
            long whenAbsent,
            long most,
            String complaint,
            List<FieldError> errors) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return whenAbsent;
        }
        try {
            long number = Long.parseLong(given.getFirst());
            if (given.size() == 1 && number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number outside the limits.
        }
        errors.add(new FieldError(name, complaint));
        return whenAbsent;
    }
}
