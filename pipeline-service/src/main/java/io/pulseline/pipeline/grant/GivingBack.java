package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.target.strava.StravaTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives back what users allowed us at a place of targets. */
@ApplicationScoped
public class GivingBack {
    private final Grants grants;
    private final StravaTokens tokens;
    private final StravaConsent strava;

    GivingBack(Grants grants, StravaTokens tokens, StravaConsent strava) {
        this.grants = grants;
        this.tokens = tokens;
        this.strava = strava;
    }

    /**
     * Tells Strava as far as it can be reached; our tokens are deleted in any case. Blocks.
     *
     * @return false if there was no grant
     */
    public boolean strava(UUID user) {
        if (tokens.current(user) instanceof StravaTokens.Access.Usable usable) {
            strava.deauthorize(usable.token());
        }
        return grants.forget(user, StravaGrants.TYPE);
    }
}
