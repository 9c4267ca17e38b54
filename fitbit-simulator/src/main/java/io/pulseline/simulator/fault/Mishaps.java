package io.pulseline.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What goes wrong by chance: some calls to the data API, and notifications that are lost or come
 * twice. Off until begun. The same seed and the same order of calls give the same mishaps.
 */
public final class Mishaps {
    /** Notifications lost, and as many that come twice, of a hundred. */
    private static final int NOTIFICATION_PERCENT = 10;

    /** Batches of Google's that come in another order, of a hundred. */
    private static final int REORDERED_PERCENT = 20;

    private static final String REORDERED = "reorderedNotifications";
    private static final int OUT_OF = 1000;
    private static final Duration SLOWNESS = Duration.ofMillis(700);

    /** How often of {@link #OUT_OF} calls each kind comes. */
    private static final List<Chance> CHANCES =
            List.of(
                    new Chance("rateLimited", 3, Fault.rateLimited()),
                    new Chance("serverError", 8, Fault.serverError(500)),
                    new Chance("htmlBody", 5, Fault.htmlBody(502)),
                    new Chance("answerLost", 3, Fault.answerLost()),
                    new Chance("slow", 1, Fault.slow(SLOWNESS)));

    private final Struck struck;
    private SplittableRandom calls = new SplittableRandom(0);
    private SplittableRandom notifications = new SplittableRandom(0);
    private SplittableRandom orders = new SplittableRandom(0);
    private boolean isOn;

    public Mishaps(Struck struck) {
        this.struck = struck;
    }

    private record Chance(String word, int often, Fault fault) {}

    /** What becomes of a notification. */
    public enum Fate {
        ARRIVES,
        LOST,
        COMES_TWICE
    }

    /**
     * From now on things go wrong.
     *
     * @param atGoogle whether Google tells of these people, who may hear of things in disorder
     */
    public synchronized void begin(long seed, boolean atGoogle) {
        calls = new SplittableRandom(seed);
        notifications = new SplittableRandom(~seed);
        orders = new SplittableRandom(seed * 31 + 7);
        isOn = true;
        CHANCES.forEach(chance -> struck.expect(chance.word()));
        struck.expect("lostNotification");
        struck.expect("duplicatedNotification");
        if (atGoogle) {
            struck.expect(REORDERED);
        }
    }

    public synchronized void end() {
        isOn = false;
    }

    /** What happens to a call; the calls of the authorization server are spared. */
    synchronized Optional<Fault> next(String path) {
        if (!isOn || !Fault.isOfData(path)) {
            return Optional.empty();
        }
        int lot = calls.nextInt(OUT_OF);
        for (Chance chance : CHANCES) {
            lot -= chance.often();
            if (lot < 0) {
                struck.count(chance.word());
                return Optional.of(chance.fault());
            }
        }
        return Optional.empty();
    }

    /** Draws whether a batch comes in another order. */
    public synchronized boolean areReordered() {
        boolean areReordered = isOn && orders.nextInt(100) < REORDERED_PERCENT;
        if (areReordered) {
            struck.count(REORDERED);
        }
        return areReordered;
    }

    /** Counts a notification that something was deleted, whatever becomes of it. */
    public synchronized void deletionTold() {
        if (isOn) {
            struck.count("deleteNotification");
        }
    }

    /** Draws the fate of one item of a notification. */
    public synchronized Fate nextFate() {
        int lot = isOn ? notifications.nextInt(100) : 100;
        if (lot < NOTIFICATION_PERCENT) {
            struck.count("lostNotification");
            return Fate.LOST;
        }
        if (lot < 2 * NOTIFICATION_PERCENT) {
            struck.count("duplicatedNotification");
            return Fate.COMES_TWICE;
        }
        return Fate.ARRIVES;
    }
}
