package io.pulseline.simulator.truth;

import java.util.SplittableRandom;

/** Random sources that depend on nothing but the numbers given. */
final class Seeds {
    private Seeds() {}

    /** The same numbers in the same order always give the same sequence. */
    static SplittableRandom random(long... parts) {
        return new SplittableRandom(mix(parts));
    }

    /** A well spread number made of the parts (the mixing function of SplitMix64). */
    static long mix(long... parts) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            mixed = (mixed ^ part) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
        }
        return mixed;
    }
}
