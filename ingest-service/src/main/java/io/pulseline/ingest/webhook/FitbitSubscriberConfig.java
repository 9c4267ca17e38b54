package io.pulseline.ingest.webhook;

import io.smallrye.config.ConfigMapping;

/** What proves that Fitbit is calling, and to Fitbit that we are we. */
@ConfigMapping(prefix = "pulseline.fitbit")
interface FitbitSubscriberConfig {
    /** Secret of the application; key of the signature. */
    String clientSecret();

    /** Code shown in the developer portal, sent to us in {@code ?verify=}. */
    String verificationCode();
}
