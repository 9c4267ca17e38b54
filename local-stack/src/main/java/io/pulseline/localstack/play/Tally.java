package io.pulseline.localstack.play;

import java.util.ArrayList;
import java.util.List;

/**
 * How the records of one type compare with the truth: found is what was expected, without what is
 * missing, and what is doubled beside it.
 */
final class Tally {
    private static final int DIFFERENCES_KEPT = 3;

    private final String recordType;
    private final List<Difference> differences = new ArrayList<>();
    private long expected;
    private long missing;
    private long doubled;
    private long wrong;

    Tally(String recordType) {
        this.recordType = recordType;
    }

    void expected() {
        expected++;
    }

    void missing(Difference difference) {
        missing++;
        keep(difference);
    }

    void doubled(Difference difference) {
        doubled++;
        keep(difference);
    }

    void wrong(Difference difference) {
        wrong++;
        keep(difference);
    }

    private void keep(Difference difference) {
        if (differences.size() < DIFFERENCES_KEPT) {
            differences.add(difference);
        }
    }

    /** As it stands now. */
    Comparison result() {
        return new Comparison(
                recordType,
                expected,
                expected - missing + doubled,
                missing,
                doubled,
                wrong,
                List.copyOf(differences));
    }
}
