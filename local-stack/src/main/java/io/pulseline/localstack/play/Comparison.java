package io.pulseline.localstack.play;

import java.util.List;

/**
 * The records of one type beside the truth.
 *
 * @param expected how many the truth has
 * @param found how many are on the topic; neither deleted ones count nor those of which the truth
 *     knows nothing yet
 * @param missing in the truth and not on the topic
 * @param doubled on the topic with a second id, or unknown to the truth
 * @param wrong with at least one value that differs
 * @param differences the first few
 */
record Comparison(
        String recordType,
        long expected,
        long found,
        long missing,
        long doubled,
        long wrong,
        List<Difference> differences) {
    boolean isRight() {
        return missing == 0 && doubled == 0 && wrong == 0;
    }
}
