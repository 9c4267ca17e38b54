package io.pulseline.pipeline.target.archive;

import io.pulseline.pipeline.target.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one archive. Both methods end with {@link DeliveryOutcome.Accepted}, or with what
 * keeps them from it.
 */
interface ArchiveStore {
    /** Writes a file whole or not at all, over one of the same name. */
    DeliveryOutcome put(String name, byte[] bytes);

    /**
     * Removes a file; one that is not there is removed already.
     *
     * @param kept a file that must stay: some stores take two names for one where they differ in
     *     the case of a letter only; null for none
     */
    DeliveryOutcome remove(String name, @Nullable String kept);

    /**
     * One that cannot be reached.
     *
     * @param why no {@link DeliveryOutcome.Accepted}
     */
    record Closed(DeliveryOutcome why) implements ArchiveStore {
        @Override
        public DeliveryOutcome put(String name, byte[] bytes) {
            return why;
        }

        @Override
        public DeliveryOutcome remove(String name, @Nullable String kept) {
            return why;
        }
    }
}
