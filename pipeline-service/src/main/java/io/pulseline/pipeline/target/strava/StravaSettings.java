package io.pulseline.pipeline.target.strava;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The operator's application at Strava. Without it Strava is not offered. */
@ConfigMapping(prefix = "pulseline.strava")
public interface StravaSettings {
    /** As Strava shows it at https://www.strava.com/settings/api. */
    Optional<String> clientId();

    /** Its secret. */
    Optional<String> clientSecret();

    /** Where uploads go, without a slash at the end. */
    @WithDefault("https://www.strava.com/api/v3")
    URI apiUrl();

    /** The page that asks for consent, as browsers reach it. */
    @WithDefault("https://www.strava.com/oauth/authorize")
    URI authorizeUrl();

    /** Where codes and refresh tokens become tokens. */
    @WithDefault("https://www.strava.com/oauth/token")
    URI tokenUrl();

    /** Where a consent is given back. */
    @WithDefault("https://www.strava.com/oauth/deauthorize")
    URI deauthorizeUrl();

    /** Requests of all kinds in a quarter of an hour, until Strava tells another number. */
    @WithDefault("200")
    int requestsPerQuarterHour();

    /** Requests of all kinds in a day of UTC, until Strava tells another number. */
    @WithDefault("2000")
    int requestsPerDay();

    /** Requests but uploads in a quarter of an hour, until Strava tells another number. */
    @WithDefault("100")
    int readsPerQuarterHour();

    /** Requests but uploads in a day of UTC, until Strava tells another number. */
    @WithDefault("1000")
    int readsPerDay();

    /** How long an upload is followed that Strava does not come to an end with. */
    @WithDefault("6h")
    Duration processingPatience();

    /** Tokens are refreshed so long before they expire. */
    @WithDefault("5m")
    Duration refreshAhead();

    /** How long one process may take to refresh; then another one may try. */
    @WithDefault("60s")
    Duration refreshLease();

    /** How long a user may take at Strava until the way back is closed. */
    @WithDefault("10m")
    Duration connectExpiresAfter();

    /** Whether there is an application. */
    default boolean isSetUp() {
        return clientId().isPresent() && clientSecret().isPresent();
    }
}
