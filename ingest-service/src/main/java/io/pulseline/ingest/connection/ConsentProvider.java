package io.pulseline.ingest.connection;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

    /** What people call it. */
    String displayName();

    /** Whether this installation has an application at the provider, so that users can connect. */
    boolean isSetUp();

    /** What we ask the user for, in the provider's words, each with one sentence why. */
    SequencedMap<String, String> wantedScopes();

    /** A scope as people say it. */
    String nameOf(String scope);

    /** What people must know of the data before they connect, in one sentence. */
    String notice();

    /**
     * Which of the record types ({@link io.pulseline.contracts.OpenSets.RecordType}) a model of
     * device measures; empty if the model is not known.
     */
    Optional<List<String>> measuredBy(String model);

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

    /** Refresh token for a new pair; the old one may be used up by it. */
    TokenAnswer refresh(String refreshToken);

    /** Whether refused tokens may be all that tells of a consent that was taken back. */
    boolean withdrawsSilently();

    /** The user's present time zone, as the profile tells it. */
    ProviderAnswer<ZoneId> zone(String accessToken);

    /**
     * The devices the user has paired; forbidden without asking where the scopes do not allow it.
     *
     * @param zones resolve what the provider tells in local time
     */
    ProviderAnswer<List<Device>> devices(
            String accessToken, Set<String> granted, ZoneHistory zones);

    /**
     * Sees to it that the provider notifies us of all that the granted scopes allow and of nothing
     * they do not; doing so again does no harm. Given tells whether all of it is in place; any
     * other answer leaves open what is.
     */
    ProviderAnswer<Boolean> subscribe(
            String accessToken, String providerUserId, Set<String> granted);

    /** Ends our notifications. Given means none is left. */
    ProviderAnswer<Boolean> unsubscribe(String accessToken, String providerUserId);

    /**
     * Gives the consent back: all tokens of this user end. Given also where the provider knew them
     * no more.
     *
     * @param token access or refresh token
     */
    ProviderAnswer<Boolean> revoke(String token);
}
