package io.pulseline.pipeline.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token as its user sees it in a list.
 *
 * @param lastUsedOn in UTC; null if it never was
 * @param expired true from {@code expiresAt} on
 */
record TokenView(
        UUID tokenId,
        @Schema(examples = "Notebook at home") String name,
        @Schema(examples = "[\"records:read\"]") List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        boolean expired,
        @Nullable LocalDate lastUsedOn) {
    TokenView {
        scopes = List.copyOf(scopes);
    }

    static TokenView of(ApiToken token, Instant now) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().map(Scope::word).toList(),
                token.createdAt(),
                token.expiresAt(),
                token.expired(now),
                token.lastUsedOn());
    }
}
