package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a main sleep of three hours or more tells about the body.
 *
 * @param isDoubled whether clocks show a moment's time twice; there no row is left out, for nobody
 *     could tell then which one it was
 */
public record NightVitals(long seed, Sleep sleep, Predicate<Instant> isDoubled) {
    private static final int SHORTEST_MINUTES = 180;
    private static final int STAGE_MINUTES = 12;
    private static final int STEP_SECONDS = 300;

    /**
     * The night in numbers, milliseconds.
     *
     * @param deep null when the tracker does not give it, 0 when it could not tell
     */
    public record Variability(double daily, @Nullable Double deep) {}

    /** Five minutes; powers in milliseconds squared, coverage 0 to 1. */
    public record VariabilityRow(
            Instant at, double rmssd, double coverage, double high, double low) {}

    /** Percent. */
    public record Oxygen(double average, double minimum, double maximum) {}

    /** Percent at one moment. */
    public record OxygenRow(Instant at, double percent) {}

    /** Breaths per minute; null where a stage was too short to tell. */
    public record Breathing(
            double all, @Nullable Double deep, @Nullable Double light, @Nullable Double rem) {}

    static boolean hasAny(Sleep sleep) {
        return sleep.isMain() && sleep.minutes() >= SHORTEST_MINUTES;
    }

    public Variability variability() {
        SplittableRandom random = random(51);
        double daily = rounded(level(18, 62) + random.nextDouble(-4, 4), 3);
        double deep = rounded(daily * random.nextDouble(0.82, 1.08), 3);
        int lot = random.nextInt(100);
        return new Variability(daily, lot < 5 ? null : lot < 8 ? Double.valueOf(0) : deep);
    }

    public List<VariabilityRow> variabilityRows() {
        SplittableRandom random = random(52);
        double daily = variability().daily();
        List<VariabilityRow> rows = new ArrayList<>();
        long first = Math.ceilDiv(sleep.start().getEpochSecond(), STEP_SECONDS) * STEP_SECONDS;
        for (long at = first; at + STEP_SECONDS <= sleep.end().getEpochSecond(); ) {
            Instant moment = Instant.ofEpochSecond(at);
            double rmssd = rounded(daily * random.nextDouble(0.6, 1.45), 3);
            double coverage = rounded(random.nextDouble(0.55, 0.999), 3);
            double high = rounded(rmssd * rmssd * random.nextDouble(0.15, 0.7), 3);
            double low = rounded(rmssd * rmssd * random.nextDouble(0.2, 1.4), 3);
            if (random.nextInt(100) >= 3 || isDoubled.test(moment)) {
                rows.add(new VariabilityRow(moment, rmssd, coverage, high, low));
            }
            at += STEP_SECONDS;
        }
        return rows;
    }

    public Oxygen oxygen() {
        List<OxygenRow> rows = oxygenRows();
        double sum = 0;
        double lowest = 100;
        double highest = 0;
        for (OxygenRow row : rows) {
            sum += row.percent();
            lowest = Math.min(lowest, row.percent());
            highest = Math.max(highest, row.percent());
        }
        return new Oxygen(rounded(sum / rows.size(), 1), lowest, highest);
    }

    public List<OxygenRow> oxygenRows() {
        SplittableRandom random = random(53);
        double usual = level(94.6, 97.4);
        List<OxygenRow> rows = new ArrayList<>();
        Instant at = sleep.start().plusSeconds(random.nextInt(60, 600));
        int gap = 0;
        while (at.isBefore(sleep.end())) {
            if (gap == 0 && random.nextInt(60) == 0) {
                gap = random.nextInt(2, 25);
            }
            gap = Math.max(0, gap - 1);
            double percent = rounded(Math.min(100, usual + random.nextGaussian() * 0.9), 1);
            if (gap == 0 || isDoubled.test(at)) {
                rows.add(new OxygenRow(at, percent));
            }
            at = at.plus(Duration.ofMinutes(1));
        }
        return rows;
    }

    public Breathing breathing() {
        SplittableRandom random = random(54);
        double all = rounded(level(12.5, 18) + random.nextDouble(-0.7, 0.7), 1);
        return new Breathing(
                all,
                stage(57, Sleep.Stage.DEEP, all + random.nextDouble(-0.8, 0.4)),
                stage(58, Sleep.Stage.LIGHT, all + random.nextDouble(-0.4, 0.6)),
                stage(59, Sleep.Stage.REM, all + random.nextDouble(-0.5, 1.2)));
    }

    /** Degrees Celsius against the person's usual nights. */
    public double skinDeviation() {
        return rounded(random(55).nextGaussian() * 0.5, 1);
    }

    private @Nullable Double stage(int purpose, Sleep.Stage stage, double rate) {
        Map<Sleep.Stage, Sleep.Total> totals = sleep.totals();
        Sleep.Total total = totals.get(stage);
        boolean isTooShort = total == null || total.minutes() < STAGE_MINUTES;
        boolean isUnclear = random(purpose).nextInt(12) == 0;
        return isTooShort || isUnclear ? null : Double.valueOf(rounded(rate, 1));
    }

    /** The person's usual value, the same every night. */
    private double level(double from, double to) {
        return Seeds.random(seed, 50).nextDouble(from, to);
    }

    private SplittableRandom random(int purpose) {
        return Seeds.random(seed, purpose, sleep.date().toEpochDay());
    }

    private static double rounded(double value, int decimals) {
        double factor = Math.pow(10, decimals);
        // Adding zero turns a negative zero into a plain one.
        return Math.round(value * factor) / factor + 0.0;
    }
}
