package io.pulseline.ingest.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The connect flow and the care for tokens. */
@ConfigMapping(prefix = "ingest.connect")
interface ConnectConfig {
    /** The one origin browsers see, without a slash at its end. */
    String publicUrl();

    /** How long a person may take at the provider; Fitbit's code lives as long. */
    @WithDefault("10m")
    Duration attemptExpiresAfter();

    /** Refresh so long before expiry, so that no call starts with a token about to die. */
    @WithDefault("5m")
    Duration refreshAhead();

    /** One refresh may take so long before another replica tries; far above its time-out. */
    @WithDefault("60s")
    Duration refreshLease();

    /** How long to leave a connection alone while another replica refreshes its tokens. */
    @WithDefault("1s")
    Duration refreshElsewhere();

    /**
     * So many fresh access tokens refused one after the other mean that the consent was taken back.
     */
    @WithDefault("3")
    int refusedTokens();

    /** Tokens refused within so long are one hiccup. */
    @WithDefault("10m")
    Duration refusedApart();

    /**
     * How many days before the end of what was read at a former provider its successor is read
     * again: as many as are re-read there anyway, because both restate their last days.
     */
    @WithDefault("14d")
    Duration moveOverlap();

    /** How long the link of a reminder may be used; people read their letters late. */
    @WithDefault("14d")
    Duration inviteExpiresAfter();

    /** How often states that are not on their topic yet are looked for. */
    @WithDefault("500ms")
    Duration publishPoll();

    /** One replica may try to publish so long before another does. */
    @WithDefault("60s")
    Duration publishLease();

    /** How fresh the data is changes with every pass; others hear of it no more often. */
    @WithDefault("1m")
    Duration tellEvery();

    /** Nothing read for so long, though something was due, is {@code STALE}. */
    @WithDefault("3h")
    Duration staleAfter();

    /** A newest tracker that has not synced for so long is {@code DEVICE_SILENT}. */
    @WithDefault("36h")
    Duration silentAfter();

    /** Devices that no pass has told about for so long are read by the upkeep. */
    @WithDefault("2h")
    Duration devicesAge();

    /** How often the provider's list of our subscriptions is compared with what we want. */
    @WithDefault("24h")
    Duration subscriptionsAge();

    /** Who disconnects waits for the provider no longer than this; the tokens go in any case. */
    @WithDefault("8s")
    Duration disconnectWithin();
}
