package io.pulseline.localstack.play;

import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * Waits until nothing is under way. The questions go with the flow of the data, and each answers
 * for work until the next one can see it; so when all of them in a row answer "nothing" at once,
 * there is nothing.
 */
final class Quiet {
    /** Short against a step, long against the cost of one question. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** Nothing that a step leads to takes so long without any change to be seen. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(90);

    private final Lives lives;
    private final IngestDatabase database;
    private final ConsumerLag lag;
    private final List<String> followers;

    private final Map<String, Duration> waited = new LinkedHashMap<>();

    /** Something that may be under way: empty when it is not, else a text that names it. */
    private interface Asking {
        String open() throws Exception;
    }

    private record Question(String about, Asking asking) {}

    /**
     * @param followers names of the services that follow the clock
     */
    Quiet(Lives lives, IngestDatabase database, ConsumerLag lag, List<String> followers) {
        this.lives = lives;
        this.database = database;
        this.lag = lag;
        this.followers = List.copyOf(followers);
    }

    /**
     * Returns when everything that was due at this moment is done.
     *
     * @param now where the simulated clock stands
     * @throws StepFailedException naming what is stuck
     */
    void await(Instant now) throws Exception {
        List<Question> questions =
                List.of(
                        new Question("followers of the clock", () -> notYetAt(now)),
                        new Question("requests and notifications", lives::inFlight),
                        new Question("consumers", lag::open),
                        new Question("due work", () -> database.open(now)),
                        new Question("consumers", lag::open));
        boolean hadToWait = true;
        while (hadToWait) {
            hadToWait = false;
            for (Question question : questions) {
                long begun = System.nanoTime();
                hadToWait |= await(question.asking(), now);
                waited.merge(
                        question.about(),
                        Duration.ofNanos(System.nanoTime() - begun),
                        Duration::plus);
            }
        }
    }

    /** For what real time was waited in all. */
    Map<String, Duration> waited() {
        return Map.copyOf(waited);
    }

    private String notYetAt(Instant now) throws Exception {
        var shown = lives.shown();
        for (String follower : followers) {
            Instant time = shown.getOrDefault(follower, Instant.EPOCH);
            if (time.isBefore(now)) {
                return follower + " shows " + time + " yet";
            }
        }
        return "";
    }

    /** Whether there was anything to wait for. */
    private static boolean await(Asking question, Instant now) throws Exception {
        String before = "";
        long changedAt = System.nanoTime();
        String open = question.open();
        boolean waited = !open.isEmpty();
        while (!open.isEmpty()) {
            if (!open.equals(before)) {
                before = open;
                changedAt = System.nanoTime();
            } else if (System.nanoTime() - changedAt > STUCK_AFTER.toNanos()) {
                throw new StepFailedException(
                        "stuck at %s of simulated time for %d s: %s"
                                .formatted(now, STUCK_AFTER.toSeconds(), open));
            }
            Thread.sleep(PAUSE);
            open = question.open();
        }
        return waited;
    }

    /**
     * Returns when the consumer groups have shared out their partitions.
     *
     * @param wanted groups that must be there
     */
    static void awaitGroups(ConsumerLag lag, Set<String> wanted)
            throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + STUCK_AFTER.toNanos();
        while (!lag.findGroups(wanted)) {
            if (System.nanoTime() > end) {
                throw new StepFailedException(
                        "the services did not begin to read: consumer groups "
                                + wanted
                                + " are wanted");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
