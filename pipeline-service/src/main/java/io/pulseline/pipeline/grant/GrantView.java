package io.pulseline.pipeline.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as its user sees it; never a token.
 *
 * @param target the kind of target, as in configurations
 * @param reason why a new consent is needed; null while it is active
 * @param since when it came to this state
 * @param scopes what the user allowed, in the place's words
 * @param remoteId who the user is there; null if the place did not say
 * @param remoteName the user's name there; null if the place did not say
 */
public record GrantView(
        String target,
        GrantState state,
        @Nullable String reason,
        Instant since,
        List<String> scopes,
        @Nullable String remoteId,
        @Nullable String remoteName) {}
