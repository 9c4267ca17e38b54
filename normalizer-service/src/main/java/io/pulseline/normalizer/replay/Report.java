package io.pulseline.normalizer.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found and did.
 *
 * @param differences the first of each kind
 * @param toSend how many payloads are sent, or would be
 * @param sent null after a dry run
 */
record Report(
        ReplayOptions options,
        Comparison comparison,
        List<Difference> differences,
        int toSend,
        @Nullable Sent sent) {
    Report {
        differences = List.copyOf(differences);
    }

    Exit exit() {
        boolean allCame = sent == null || sent.isComplete();
        return allCame && !comparison.has(Verdict.UNVERSIONED) ? Exit.DONE : Exit.UNFINISHED;
    }
}
