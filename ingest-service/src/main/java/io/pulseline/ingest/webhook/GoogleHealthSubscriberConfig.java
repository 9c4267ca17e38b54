package io.pulseline.ingest.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What proves that Google is calling, and to Google that we are we. */
@ConfigMapping(prefix = "pulseline.google-health")
interface GoogleHealthSubscriberConfig {
    /**
     * The whole value of the {@code Authorization} header that Google sends, scheme included, as it
     * was given to the subscriber; without it the endpoint is not there.
     */
    Optional<String> webhookSecret();

    /** The one before, accepted as well while the subscriber is changed over. */
    Optional<String> previousWebhookSecret();

    /**
     * Whether a notification without an {@code Authorization} header is refused although its
     * signature is right. Google has been seen to leave the header out; a wrong one is refused in
     * any case.
     */
    @WithDefault("false")
    boolean authorizationRequired();

    /** Google's public keys, a Tink key set in JSON. */
    @WithDefault("https://www.gstatic.com/googlehealthapi/webhooks/webhooks_public_keyset.json")
    URI keysetUrl();

    /** Keys are read anew after this; Google changes them every 30 days. */
    @WithDefault("1h")
    Duration keysetAge();

    /** Keys are not read more often than this, whatever key ids come along. */
    @WithDefault("30s")
    Duration keysetPause();

    /** Of the time in which a notification is to be answered. */
    @WithDefault("1500ms")
    Duration keysetWithin();
}
