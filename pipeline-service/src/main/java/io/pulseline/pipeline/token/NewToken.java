package io.pulseline.pipeline.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token when it is made.
 *
 * @param token what is sent as {@code Authorization: Bearer}; shown this once
 */
record NewToken(
        UUID tokenId,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Schema(examples = "plt_4Zk1…") String token) {
    NewToken {
        scopes = List.copyOf(scopes);
    }

    static NewToken of(ApiToken kept, String token) {
        TokenView view = TokenView.of(kept, kept.createdAt());
        return new NewToken(
                view.tokenId(),
                view.name(),
                view.scopes(),
                view.createdAt(),
                view.expiresAt(),
                token);
    }
}
