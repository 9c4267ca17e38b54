package io.pulseline.ingest.connection;

import java.net.URI;
import java.time.ZoneId;
import java.util.Set;

/**
 * One provider as the connect flow sees it. A second provider stands beside the first by
 * implementing this and {@code sync.DataProvider}. All calls block.
 */
public interface ConsentProvider {
    /** One of {@link io.pulseline.contracts.OpenSets.Provider}. */
    String provider();

    /** Name in our own paths, for example {@code fitbit} in {@code /connect/fitbit}. */
    String pathName();

    /** What we ask the user for, in the provider's words. */
    Set<String> wantedScopes();

    /**
     * Where to send the browser.
     *
     * @param state comes back unchanged
     * @param challenge PKCE, method S256
     * @param redirect our callback
     */
    URI authorizeUrl(String state, String challenge, URI redirect);

    /** Code for tokens. The redirect must equal the one given to {@link #authorizeUrl}. */
    TokenAnswer exchange(String code, String verifier, URI redirect);

    /** Refresh token for a new pair; the old one is used up by it. */
    TokenAnswer refresh(String refreshToken);

    /** The user's present time zone, as the profile tells it. */
    ProviderAnswer<ZoneId> zone(String accessToken);

    /**
     * Asks for notifications; doing so again does no harm. Given means all that the granted scopes
     * allow are in place.
     */
    ProviderAnswer<Boolean> subscribe(
            String accessToken, String providerUserId, Set<String> granted);
}
