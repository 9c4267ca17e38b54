package io.pulseline.localstack.demo;

import io.pulseline.localstack.client.StepFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what at one place is not as it should be. */
final class Differences {
    private final String place;
    private final List<String> found = new ArrayList<>();

    /**
     * @param place for people
     */
    Differences(String place) {
        this.place = place;
    }

    void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(what + ": expected " + expected + ", found " + actual);
        }
    }

    /** NaN, for what is not there, is close to nothing. */
    void close(String what, double expected, double actual, double margin) {
        if (!(Math.abs(expected - actual) <= margin)) {
            found.add(what + ": expected " + expected + ", found " + actual);
        }
    }

    void failOnAny() {
        if (!found.isEmpty()) {
            throw new StepFailedException(
                    place + " differs from the truth: " + String.join("; ", found));
        }
    }
}
