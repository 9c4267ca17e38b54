package io.pulseline.normalizer.replay;

import java.time.Duration;

/**
 * What a replay is asked to do.
 *
 * @param kafka bootstrap servers
 * @param registry base address of the schema registry
 * @param send false for a dry run
 * @param all also payloads whose records do not change
 * @param patience how long to wait for the normalizer
 * @param differences how many to show of each kind
 */
record ReplayOptions(
        String kafka,
        String registry,
        Selection selection,
        boolean send,
        boolean all,
        Duration patience,
        int differences) {}
