package io.pulseline.pipeline.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.form.InvalidFormException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody wants to share.
 *
 * @param until the last day of it, where the user is
 * @param label how the member sees the user; empty for the name of the login
 */
record ShareWish(With with, LocalDate until, Optional<String> label) {
    static final int MOST_DAYS = 366;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_LABEL = 80;

    /** As it is sent; for the description of the API. */
    @Schema(name = "ShareWish")
    record Sent(
            @Schema(
                            required = true,
                            description = "The member's care code, or their user id",
                            examples = "7KQF2-M9XPT")
                    String with,
            @Schema(
                            required = true,
                            description =
                                    "The last day of it, where you are; at most 366 days ahead")
                    LocalDate until,
            @Schema(
                            description =
                                    "How the member sees you; the name of your login if left out",
                            examples = "Anna B.")
                    String label) {}

    /** How a member is named. */
    sealed interface With {
        /** By what they handed out. */
        record Code(String code) implements With {}

        /** By their id, as an earlier share shows it. */
        record Id(UUID id) implements With {}

        private static With of(String text) {
            try {
                return new Id(UUID.fromString(text.strip()));
            } catch (IllegalArgumentException _) {
                return new Code(CareCode.read(text));
            }
        }
    }

    /** Reads it, and names every field that is wrong. */
    static ShareWish read(byte[] body) throws JsonProcessingException {
        Form form = Form.read(body).knowsOnly("with", "until", "label");
        ShareWish wish =
                new ShareWish(
                        With.of(form.text("with", LONGEST_CODE)),
                        until(form),
                        form.optionalText("label", LONGEST_LABEL));
        form.refuseIfWrong();
        return wish;
    }

    private static LocalDate until(Form form) {
        String said = form.text("until", LONGEST_CODE);
        try {
            return LocalDate.parse(said);
        } catch (DateTimeException _) {
            if (!said.isEmpty()) {
                form.complain("until", "must be a date as 2027-02-28");
            }
            return LocalDate.EPOCH;
        }
    }

    /**
     * Ends if that day is not one to share until.
     *
     * @param today where the user is
     */
    void refuseUnlessAhead(LocalDate today) {
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw refused("until", "must be from " + today + " to " + today.plusDays(MOST_DAYS));
        }
    }

    static InvalidFormException refused(String field, String reason) {
        return new InvalidFormException(List.of(new FieldError(field, reason)));
    }
}
