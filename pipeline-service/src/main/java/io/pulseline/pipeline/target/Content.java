package io.pulseline.pipeline.target;

import static java.util.Objects.requireNonNull;

/** What a target is to be sent of a result. */
public sealed interface Content {

    /** Something, byte for byte the same in every attempt. */
    final class Bytes implements Content {
        private final byte[] bytes;

        /**
         * @param bytes not copied, leave them alone
         */
        public Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Not copied, leave them alone. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Nothing: the target does without it.
     *
     * @param reason for people, for example "hours of steps are not kept there"
     */
    record None(String reason) implements Content {
        public None {
            requireNonNull(reason, "reason is null");
        }
    }
}
