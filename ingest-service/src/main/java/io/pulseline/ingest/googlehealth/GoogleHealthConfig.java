package io.pulseline.ingest.googlehealth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The application at Google and the Google Health API. */
@ConfigMapping(prefix = "pulseline.google-health")
interface GoogleHealthConfig {
    /**
     * Id of the OAuth client (type "web application") in the Google Cloud project; Google Health
     * cannot be connected without it.
     */
    Optional<String> clientId();

    /** Its secret. */
    Optional<String> clientSecret();

    /** The secret of the project's subscriber; while there is none, nobody notifies us. */
    Optional<String> webhookSecret();

    /** Base address of the API, without a slash at its end. */
    @WithDefault("https://health.googleapis.com")
    URI apiUrl();

    /** The consent page. */
    @WithDefault("https://accounts.google.com/o/oauth2/v2/auth")
    URI authorizeUrl();

    /** Codes and refresh tokens for tokens. */
    @WithDefault("https://oauth2.googleapis.com/token")
    URI tokenUrl();

    /** Where a consent is given back. */
    @WithDefault("https://oauth2.googleapis.com/revoke")
    URI revokeUrl();

    /** Time for one answer, body included; a page of 10,000 samples is 2.5 MB. */
    @WithDefault("20s")
    Duration answerWithin();

    /** Time to reach the host. */
    @WithDefault("5s")
    Duration connectWithin();

    /** Largest answer in bytes; a long workout's TCX has 12 MB. */
    @WithDefault("33554432")
    int maximumAnswerBytes();

    /** Pages of one question; heart rate by the second has 9 a day. */
    @WithDefault("40")
    int maximumPages();

    /** Where a 429 does not say how long to wait; the quota is one of a minute. */
    @WithDefault("60s")
    Duration rateLimitPause();

    /**
     * Heart rate that ends so long before its activity is still whole: samples come every 5-15 s.
     */
    @WithDefault("60s")
    Duration heartRateMayEndEarly();

    /**
     * A track that ends so long before its activity is still whole: pauses at the end have none.
     */
    @WithDefault("120s")
    Duration trackMayEndEarly();
}
