package io.pulseline.normalizer.preview;

import io.pulseline.normalizer.record.Answer;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a preview, as texts; each is read when it is needed and named if it is wrong.
 */
class PreviewQuestion {
    @QueryParam("provider")
    @Nullable String provider;

    @QueryParam("kind")
    @Nullable String kind;

    @QueryParam("date")
    @Nullable String date;

    @QueryParam("zone")
    @Nullable String zone;

    @QueryParam("lastSync")
    @Nullable String lastSync;

    @QueryParam("unitSystem")
    @Nullable String unitSystem;

    /** Provider whose answer it is. */
    String requiredProvider() {
        return required("provider", provider, "for example FITBIT");
    }

    /** Kind of payload that the answer becomes. */
    String requiredKind() {
        return required("kind", kind, "GET /api/preview/kinds lists them");
    }

    /**
     * The answer with all that was said of it.
     *
     * @param now when it counts as captured
     */
    Answer answer(byte[] body, UUID user, Instant now) {
        String zoneName = required("zone", zone, "for example Europe/Berlin");
        return new Answer(
                body,
                read("date", date, LocalDate::parse, "a date, yyyy-MM-dd"),
                readZone(zoneName),
                read(
                        "lastSync",
                        lastSync,
                        text -> OffsetDateTime.parse(text).toInstant(),
                        "a time with its offset, for example 2026-05-14T16:00:00Z"),
                unitSystem == null ? "METRIC" : unitSystem,
                user,
                now);
    }

    private static ZoneId readZone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw wrong("zone", "an IANA time zone, for example Europe/Berlin");
        }
    }

    private static String required(String name, @Nullable String value, String hint) {
        if (value == null || value.isBlank()) {
            throw new WrongParameterException(
                    name,
                    "is required: " + hint,
                    "Parameter " + name + " is missing; " + hint + ".");
        }
        return value;
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, Function<String, T> parser, String expected) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException _) {
            throw wrong(name, expected);
        }
    }

    private static WrongParameterException wrong(String name, String expected) {
        return new WrongParameterException(
                name, "must be " + expected, "Parameter " + name + " is not " + expected + ".");
    }
}
