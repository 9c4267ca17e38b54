package io.pulseline.benchmarks.life;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.PastDay;
import io.pulseline.pipeline.booster.series.BestEfforts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a busy user did before: 400 activities in a year, and 90 days with their nights. */
public final class PastYear {
    public static final int ACTIVITIES = 400;
    public static final int DAYS = 90;

    private static final long SEED = 400L;
    private static final int HOURS_BETWEEN = 22;

    /** Two of three are runs or rides. */
    private static final List<String> TYPES =
            List.of(
                    ActivityType.RUN,
                    ActivityType.VIRTUAL_RIDE,
                    ActivityType.RUN,
                    ActivityType.WALK,
                    ActivityType.VIRTUAL_RIDE,
                    ActivityType.STRENGTH);

    private PastYear() {}

    /** Latest first; the last one ended some hours before the activity at hand. */
    public static List<PastActivity> activities() {
        Random random = new Random(SEED);
        return IntStream.rangeClosed(1, ACTIVITIES)
                .mapToObj(back ->
                        activity(
                                TYPES.get(back % TYPES.size()),
                                ThreeHours.START.minusHours((long) back * HOURS_BETWEEN),
                                random))
                .toList();
    }

    /** In order of their dates, up to the day of the activity at hand. */
    public static List<PastDay> days() {
        Random random = new Random(SEED);
        LocalDate last = ThreeHours.START.toLocalDate();
        return IntStream.range(0, DAYS)
                .mapToObj(day ->
                        new PastDay(
                                last.minusDays(DAYS - 1L - day),
                                52 + random.nextGaussian(),
                                45 + 6 * random.nextGaussian(),
                                430 + 30 * random.nextGaussian()))
                .toList();
    }

    private static PastActivity activity(String type, OffsetDateTime start, Random random) {
        double seconds = 1_800 + random.nextInt(3_600);
        double metres = seconds * (type.equals(ActivityType.RUN) ? 2.8 : 7.5);
        Map<Integer, Double> heart = heart(seconds, random);
        ActivityFigures figures =
                new ActivityFigures(
                        "Morning with the club",
                        type,
                        start.toInstant().toEpochMilli(),
                        start.getOffset().getTotalSeconds(),
                        seconds,
                        seconds,
                        metres,
                        metres / 100,
                        null,
                        140.0,
                        heart,
                        efforts(type, metres, seconds),
                        OpenSets.Provider.FITBIT,
                        RecordingMethod.SENSED);
        return new PastActivity(
                UUID.nameUUIDFromBytes(start.toString().getBytes(StandardCharsets.UTF_8)),
                figures.title(),
                type,
                start.toInstant(),
                figures);
    }

    /** Seconds at each of 60 heart rates. */
    private static Map<Integer, Double> heart(double seconds, Random random) {
        Map<Integer, Double> heart = new TreeMap<>();
        int lowest = 105 + random.nextInt(10);
        for (int beats = lowest; beats < lowest + 60; beats++) {
            heart.put(beats, seconds / 60);
        }
        return heart;
    }

    private static Map<Integer, Double> efforts(String type, double metres, double seconds) {
        Map<Integer, Double> efforts = new TreeMap<>();
        BestEfforts.distances(type)
                .forEach((rounded, exact) -> {
                    if (exact <= metres) {
                        efforts.put(rounded, exact * seconds / metres);
                    }
                });
        return efforts;
    }
}
