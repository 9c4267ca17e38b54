package io.pulseline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one may ask. */
@ConfigMapping(prefix = "pulseline.access")
interface AccessSettings {
    /** Of one user, or of one address without a login, at one replica. */
    @WithDefault("600")
    int requestsPerMinute();

    /** Of one address, and for one name; every attempt of the form, failed ones of Basic. */
    @WithDefault("10")
    int loginAttemptsPerMinute();

    /** How many users and addresses are remembered at most; the longest idle is forgotten first. */
    @WithDefault("100000")
    int rememberedAtMost();
}
