package io.pulseline.localstack.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a play ended.
 *
 * @param records one line for each record type
 * @param messages how many messages the topics hold
 * @param repeated how many of them only repeat the one before
 * @param usages requests at each provider
 * @param struck how often each fault struck
 * @param deadLetters values on the dead-letter topics
 * @param connectionMistakes connections whose state is not as it must be
 */
record PlayResult(
        PlayOptions options,
        List<Comparison> records,
        long messages,
        long repeated,
        List<Usage> usages,
        Map<String, Long> struck,
        long deadLetters,
        List<String> connectionMistakes,
        Pace pace) {
    /**
     * How time was moved.
     *
     * @param end where the simulated clock stands
     * @param waited for what real time was waited
     * @param took in real time, from the first process to the last comparison
     */
    record Pace(
            Instant end,
            long steps,
            Duration perStep,
            Map<String, Duration> waited,
            Duration took) {}

    boolean passed() {
        return failures().isEmpty();
    }

    /** Why it failed, one sentence for each reason; empty if it passed. */
    List<String> failures() {
        List<String> failures = new ArrayList<>(connectionMistakes);
        records.stream()
                .filter(comparison -> !comparison.isRight())
                .map(comparison -> comparison.recordType() + " differs from the truth")
                .forEach(failures::add);
        if (records.stream().mapToLong(Comparison::expected).sum() == 0) {
            failures.add("the truth is empty: nothing was compared");
        }
        usages.forEach(usage -> failures.addAll(usage.excesses()));
        expectedToStrike()
                .forEach((fault, times) -> {
                    if (options.faults() && times == 0) {
                        failures.add("fault " + fault + " never struck");
                    }
                });
        if (deadLetters > 0) {
            failures.add(deadLetters + " values on dead-letter topics");
        }
        return failures;
    }

    /** Of few people, or when only some are at Google, it may be that nobody deletes anything. */
    private Map<String, Long> expectedToStrike() {
        Map<String, Long> expected = new TreeMap<>(struck);
        boolean isLarge = options.users() >= 20 && options.days() >= 7;
        if (isLarge && options.provider() == PlayProvider.GOOGLE_HEALTH) {
            expected.putIfAbsent("deleteNotification", 0L);
        }
        return expected;
    }
}
