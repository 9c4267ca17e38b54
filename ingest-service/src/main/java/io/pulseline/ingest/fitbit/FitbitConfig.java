package io.pulseline.ingest.fitbit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The Fitbit application and its API. */
@ConfigMapping(prefix = "pulseline.fitbit")
interface FitbitConfig {
    /** Id of the application in Fitbit's developer portal. */
    String clientId();

    /** Its secret. */
    String clientSecret();

    /** Subscriber to send notifications to; the application's default one if absent. */
    Optional<String> subscriberId();

    /** Base address of API and token endpoint, without a slash at its end. */
    @WithDefault("https://api.fitbit.com")
    URI apiUrl();

    /** The consent page. */
    @WithDefault("https://www.fitbit.com/oauth2/authorize")
    URI authorizeUrl();

    /** Time for one answer, body included; a long activity's heart rate takes a few seconds. */
    @WithDefault("20s")
    Duration answerWithin();

    /** Time to reach the host. */
    @WithDefault("5s")
    Duration connectWithin();

    /** Largest answer in bytes; 12 hours of 1-second heart rate are about 3 MB, their TCX 12 MB. */
    @WithDefault("33554432")
    int maximumAnswerBytes();

    /** Added to the reset time of a 429: its header is approximate and clocks differ. */
    @WithDefault("5s")
    Duration rateLimitMargin();

    /** Pages of 100 activity logs in one pass. */
    @WithDefault("20")
    int maximumPages();

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
