package io.pulseline.pipeline.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.form.Form;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that somebody wants to have. */
record TokenWish(String name, Set<Scope> scopes, Instant expiresAt) {
    static final Duration USUAL_LIFE = Duration.ofDays(90);
    static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WORD = 40;

    TokenWish {
        scopes = Set.copyOf(scopes);
    }

    /** As it is sent; for the description of the API. */
    @Schema(name = "TokenWish")
    record Sent(
            @Schema(required = true, examples = "Notebook at home") String name,
            @Schema(required = true, examples = "[\"records:read\"]") List<String> scopes,
            @Schema(
                            description =
                                    "An instant, or a date: then the end of that date in UTC. 90"
                                            + " days from now if left out, at most 366.",
                            examples = "2027-02-28")
                    String expiresAt) {}

    /** Reads it, and names every field that is wrong. */
    static TokenWish read(byte[] body, Instant now) throws JsonProcessingException {
        Form form = Form.read(body).knowsOnly("name", "scopes", "expiresAt");
        TokenWish wish =
                new TokenWish(form.text("name", LONGEST_NAME), scopes(form), expiry(form, now));
        form.refuseIfWrong();
        return wish;
    }

    private static Set<Scope> scopes(Form form) {
        if (!form.has("scopes")) {
            form.complain("scopes", "is required: of " + String.join(", ", Scope.words()));
            return Set.of();
        }
        List<String> words =
                form.optionalTexts("scopes", 1, Scope.values().length, LONGEST_WORD)
                        .orElse(List.of());
        for (int next = 0; next < words.size(); next++) {
            if (Scope.of(words.get(next)).isEmpty()) {
                form.complain(
                        "scopes[" + next + "]",
                        "must be one of " + String.join(", ", Scope.words()));
            }
        }
        return words.stream()
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant expiry(Form form, Instant now) {
        Optional<String> said = form.optionalText("expiresAt", LONGEST_WORD);
        if (said.isEmpty()) {
            return now.plus(USUAL_LIFE);
        }
        Instant wanted;
        try {
            wanted = instant(said.get());
        } catch (DateTimeException _) {
            form.complain("expiresAt", "must be a date as 2027-02-28, or an instant");
            return now;
        }
        if (!wanted.isAfter(now)) {
            form.complain("expiresAt", "must be in the future");
        } else if (wanted.isAfter(now.plus(LONGEST_LIFE))) {
            form.complain(
                    "expiresAt", "must be at most " + LONGEST_LIFE.toDays() + " days from now");
        }
        return wanted;
    }

    private static Instant instant(String said) {
        return said.indexOf('T') < 0
                ? LocalDate.parse(said).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(said).toInstant();
    }
}
