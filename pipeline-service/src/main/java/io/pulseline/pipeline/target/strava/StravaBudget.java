package io.pulseline.pipeline.target.strava;

import io.pulseline.pipeline.target.http.HttpAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/**
 * What our application may still ask of Strava: all requests, and those that are no uploads, each
 * in the running quarter of an hour (:00, :15, :30, :45) and the running day of UTC. Counted in
 * this process, and set right by what every answer tells of the others. Safe for use by several
 * threads.
 */
@ApplicationScoped
class StravaBudget {
    private static final long QUARTER_SECONDS = 900;

    /** So that not everything comes in the first second of a new window. */
    private static final int SPREAD_SECONDS = 20;

    private final InstantSource clock;
    private final IntUnaryOperator random;
    private Share overall;
    private Share reads;
    private Instant quarter = Instant.MIN;
    private Instant day = Instant.MIN;

    @Inject
    StravaBudget(StravaSettings settings, Clock clock) {
        this(settings, clock, bound -> ThreadLocalRandom.current().nextInt(bound));
    }

    /**
     * @param random a number from 0 up to the one it is given, that not included
     */
    StravaBudget(StravaSettings settings, InstantSource clock, IntUnaryOperator random) {
        this.clock = clock;
        this.random = random;
        overall = new Share(settings.requestsPerQuarterHour(), settings.requestsPerDay(), 0, 0);
        reads = new Share(settings.readsPerQuarterHour(), settings.readsPerDay(), 0, 0);
    }

    /** Of one kind of requests: the limits, and what is used of them. */
    private record Share(int quarterLimit, int dayLimit, int quarterUsed, int dayUsed) {
        Share oneMore() {
            return new Share(quarterLimit, dayLimit, quarterUsed + 1, dayUsed + 1);
        }

        Share inNewQuarter() {
            return new Share(quarterLimit, dayLimit, 0, dayUsed);
        }

        Share onNewDay() {
            return new Share(quarterLimit, dayLimit, quarterUsed, 0);
        }

        Share limitedTo(Pair limit) {
            return new Share(limit.quarter(), limit.day(), quarterUsed, dayUsed);
        }

        /** Answers overtake one another: use only ever grows. */
        Share usedAtLeast(Pair used) {
            return new Share(
                    quarterLimit,
                    dayLimit,
                    Math.max(quarterUsed, used.quarter()),
                    Math.max(dayUsed, used.day()));
        }

        Share spentForTheQuarter() {
            return new Share(quarterLimit, dayLimit, Math.max(quarterUsed, quarterLimit), dayUsed);
        }

        boolean isDaySpent() {
            return dayUsed >= dayLimit;
        }

        boolean isSpent() {
            return isDaySpent() || quarterUsed >= quarterLimit;
        }
    }

    /** Two numbers of a header: of the quarter, of the day. */
    private record Pair(int quarter, int day) {}

    /**
     * Takes one request.
     *
     * @param isUpload whether it counts in the overall limit alone
     * @return how long to wait instead, if nothing is left; nothing is taken then
     */
    synchronized Optional<Duration> take(boolean isUpload) {
        turn();
        Optional<Duration> wait = wait(isUpload);
        if (wait.isEmpty()) {
            overall = overall.oneMore();
            reads = isUpload ? reads : reads.oneMore();
        }
        return wait;
    }

    /**
     * Learns what an answer tells.
     *
     * @param askedAt when the request was sent; its window may be over
     */
    synchronized void learn(HttpAnswer.Received answer, Instant askedAt) {
        turn();
        overall = learnt(overall, answer, "x-ratelimit-", askedAt);
        reads = learnt(reads, answer, "x-readratelimit-", askedAt);
    }

    /**
     * Strava has answered 429: nothing is left in this window, whatever we had counted.
     *
     * @return how long to wait
     */
    synchronized Duration refused(boolean isUpload) {
        turn();
        if (wait(isUpload).isEmpty()) {
            overall = overall.spentForTheQuarter();
        }
        return wait(isUpload).orElseThrow();
    }

    private Share learnt(Share share, HttpAnswer.Received answer, String header, Instant askedAt) {
        Share limited = pair(answer, header + "limit").map(share::limitedTo).orElse(share);
        return quarterOf(askedAt).equals(quarter)
                ? pair(answer, header + "usage").map(limited::usedAtLeast).orElse(limited)
                : limited;
    }

    private Optional<Duration> wait(boolean isUpload) {
        boolean isDaySpent = overall.isDaySpent() || (!isUpload && reads.isDaySpent());
        boolean isSpent = overall.isSpent() || (!isUpload && reads.isSpent());
        if (!isSpent) {
            return Optional.empty();
        }
        Instant next =
                isDaySpent ? day.plus(1, ChronoUnit.DAYS) : quarter.plusSeconds(QUARTER_SECONDS);
        Duration spread = Duration.ofSeconds(1L + random.applyAsInt(SPREAD_SECONDS));
        return Optional.of(Duration.between(clock.instant(), next).plus(spread));
    }

    private void turn() {
        Instant now = clock.instant();
        if (!quarterOf(now).equals(quarter)) {
            quarter = quarterOf(now);
            overall = overall.inNewQuarter();
            reads = reads.inNewQuarter();
        }
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        if (!today.equals(day)) {
            day = today;
            overall = overall.onNewDay();
            reads = reads.onNewDay();
        }
    }

    private static Instant quarterOf(Instant instant) {
        return Instant.ofEpochSecond(
                Math.floorDiv(instant.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
    }

    private static Optional<Pair> pair(HttpAnswer.Received answer, String header) {
        return answer.header(header).flatMap(StravaBudget::pair);
    }

    private static Optional<Pair> pair(String text) {
        String[] numbers = text.split(",", -1);
        try {
            return numbers.length == 2
                    ? Optional.of(
                            new Pair(
                                    Integer.parseInt(numbers[0].strip()),
                                    Integer.parseInt(numbers[1].strip())))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
