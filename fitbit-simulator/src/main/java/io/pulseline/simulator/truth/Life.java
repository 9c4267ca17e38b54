package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's days, and what of them can be known at a time: what the tracker had handed over at its
 * last sync, and what had been worked out of that. Safe for use by several threads.
 */
public final class Life {
    private static final Duration SCORING = Duration.ofMinutes(3);

    private final LifePlan plan;
    private final LifeBook book;
    private final SyncPlan syncs;
    private final Afterthoughts afterthoughts;
    private final Scale scale;
    private final Map<LocalDate, DaySums> sums = new HashMap<>();

    Life(LifePlan plan) {
        this.plan = plan;
        book = new LifeBook(plan);
        syncs = SyncPlan.of(plan, book::plan);
        afterthoughts = new Afterthoughts(plan, this);
        scale = new Scale(plan, book::plan);
    }

    /** The person at the beginning. */
    public SimulatedUser user() {
        return plan.user();
    }

    public Whereabouts whereabouts() {
        return plan.whereabouts();
    }

    public Set<Special> specials() {
        return plan.specials();
    }

    /** The first date with measurements: the one before the first sync. */
    public LocalDate firstDate() {
        return plan.firstDate();
    }

    /** The first sync. */
    public Instant begin() {
        return plan.begin();
    }

    /** Nothing happens after it. */
    public Instant end() {
        return plan.end();
    }

    /** When the refresh token ends; null where it does not. */
    public @Nullable Instant refreshEnd() {
        return plan.refreshEnd();
    }

    /** Before the first sync nothing is known but that the tracker was put on. */
    public Instant lastSync(Instant now) {
        return syncs.last(now).orElse(plan.putOn());
    }

    /** One more sync, now. */
    void sync(Instant now) {
        syncs.add(now);
    }

    /** The date as lived, whether told or not. */
    public LifeDay day(LocalDate date) {
        return book.day(date, syncs);
    }

    /** Up to where the date is told at that time; its start when nothing is. */
    public Instant toldUntil(LocalDate date, Instant now) {
        Instant start = whereabouts().startOf(date);
        Instant end = whereabouts().endOf(date);
        Instant last = lastSync(now);
        return last.isBefore(start) ? start : last.isBefore(end) ? last : end;
    }

    /** Heart rate in {@code [from, to)} that is told at that time. */
    public List<HeartRateSample> heartRate(Instant from, Instant to, Instant now) {
        List<HeartRateSample> samples = new ArrayList<>();
        Instant last = lastSync(now);
        Instant end = to.isBefore(last) ? to : last;
        LocalDate date = whereabouts().dateAt(from);
        while (whereabouts().startOf(date).isBefore(end)) {
            if (isLived(date)) {
                day(date).addHeartRate(from, end, samples);
            }
            date = date.plusDays(1);
        }
        return samples;
    }

    /** The date's sums as told at that time. */
    public synchronized DaySums sums(LocalDate date, Instant now) {
        boolean isFinal = !lastSync(now).isBefore(whereabouts().endOf(date));
        DaySums known = sums.get(date);
        if (known != null) {
            return known;
        }
        LifeDay day = day(date);
        Instant told = toldUntil(date, now);
        DaySums summed =
                DaySums.of(
                        day,
                        isLived(date) ? day.minutesUntil(told) : 0,
                        day.minutesUntil(now),
                        user().body(),
                        day.zones(told, user().body().maximumHeartRate()));
        if (isFinal) {
            sums.put(date, summed);
        }
        return summed;
    }

    /** The sums of a date that is told whole, without the minutes in which nothing was worn. */
    public WornSums wornSums(LocalDate date, Instant now) {
        return WornSums.of(day(date), this, now);
    }

    /** A minute of a date as the service tells it at that time to those who hear of new counts. */
    public LifeDay.Minute restated(LifeDay day, int index, Instant now) {
        LifeDay.Minute minute = day.minute(index);
        Restatement restatement = restatement();
        return restatement == null ? minute : restatement.about(day.date(), minute, now);
    }

    /** The date whose steps are counted anew; null for nearly everybody. */
    public @Nullable Restatement restatement() {
        return afterthoughts.restatement();
    }

    /** Activities that are told and not deleted, by start. */
    public List<SimulatedActivity> activities(Instant now) {
        List<SimulatedActivity> shown = new ArrayList<>();
        LocalDate last = whereabouts().dateAt(now);
        for (LocalDate date = firstDate(); !date.isAfter(last); date = date.plusDays(1)) {
            for (SimulatedActivity activity : recorded(date)) {
                Instant told = toldAt(activity);
                if (told != null && !told.isAfter(now)) {
                    afterthoughts.about(activity, now).ifPresent(shown::add);
                }
            }
        }
        return shown;
    }

    /** Sleeps that are told and not deleted, by start. */
    public List<Sleep> sleeps(Instant now) {
        List<Sleep> shown = new ArrayList<>();
        LocalDate last = whereabouts().dateAt(now);
        for (LocalDate date = firstDate(); !date.isAfter(last); date = date.plusDays(1)) {
            for (Sleep sleep : slept(date)) {
                Instant told = toldAt(sleep);
                if (told != null && !told.isAfter(now)) {
                    afterthoughts.about(sleep, now).ifPresent(shown::add);
                }
            }
        }
        shown.sort(Comparator.comparing(Sleep::start));
        return shown;
    }

    /** Logs deleted until that time. */
    public List<Gone> gone(Instant now) {
        return afterthoughts.gone(now);
    }

    /** The night's vitals if that one of them can be read at that time. */
    public Optional<NightVitals> vitals(LocalDate date, Measure measure, Instant now) {
        Instant ready = readyAt(date, measure);
        Sleep night = ready == null ? null : book.plan(date).night();
        return night == null || ready == null || ready.isAfter(now)
                ? Optional.empty()
                : Optional.of(new NightVitals(user().seed(), night, whereabouts()::isDoubled));
    }

    /** Beats per minute; null while it is not known. */
    public @Nullable Integer restingHeartRate(LocalDate date, Instant now) {
        boolean isKnown = vitals(date, Measure.RESTING_HEART_RATE, now).isPresent();
        int change = (int) Math.floorMod(Seeds.mix(user().seed(), 44, date.toEpochDay() / 2), 4L);
        return isKnown ? user().body().restingHeartRate() + change - 1 : null;
    }

    /** Cardio fitness, millilitres per kilogram and minute; null while it is not known. */
    public @Nullable CardioFitness cardioFitness(LocalDate date, Instant now) {
        return vitals(date, Measure.CARDIO_FITNESS, now).isPresent()
                ? CardioFitness.seeded(user().seed(), date)
                : null;
    }

    /** Weights that are told at that time, in order. */
    public List<WeightLog> weights(Instant now) {
        return scale.weights().stream().filter(one -> !one.toldAt().isAfter(now)).toList();
    }

    /** Whether the date is told whole, and all that is worked out of its night can be read. */
    public boolean isFinal(LocalDate date, Instant now) {
        if (lastSync(now).isBefore(whereabouts().endOf(date))) {
            return false;
        }
        for (Measure measure : Measure.values()) {
            Instant ready = readyAt(date, measure);
            if (ready != null && ready.isAfter(now)) {
                return false;
            }
        }
        return true;
    }

    /** Whether that sleep stays as it is from that time on. */
    public boolean isSettled(Sleep sleep, Instant since) {
        return isOver(afterthoughts.deletedAt(sleep), since)
                && isOver(afterthoughts.rescoredAt(sleep), since);
    }

    /** Whether that activity stays as it is from that time on. */
    public boolean isSettled(SimulatedActivity activity, Instant since) {
        return isOver(afterthoughts.deletedAt(activity), since)
                && isOver(afterthoughts.editedAt(activity), since);
    }

    private static boolean isOver(@Nullable Instant at, Instant since) {
        return at == null || !at.isAfter(since);
    }

    /** Everything that can be noticed, in order of time. */
    public List<Happening> happenings() {
        return new Agenda(plan, this, afterthoughts).happenings();
    }

    /** When that measure of the date's night can be read; null if never. */
    public @Nullable Instant readyAt(LocalDate date, Measure measure) {
        if (!isLived(date)) {
            return null;
        }
        Sleep night = book.plan(date).night();
        boolean isAny =
                night != null
                        && (NightVitals.hasAny(night)
                                || measure == Measure.RESTING_HEART_RATE
                                || measure == Measure.CARDIO_FITNESS);
        Instant told = night == null ? null : toldAt(night);
        long seconds =
                300
                        + Math.floorMod(
                                Seeds.mix(user().seed(), 45, measure.purpose(), date.toEpochDay()),
                                2100L);
        return isAny && told != null ? told.plusSeconds(seconds) : null;
    }

    /** When that sleep is told first; null if never. */
    public @Nullable Instant toldAt(Sleep sleep) {
        return syncs.bringing(sleep.end().plus(SCORING));
    }

    /** When that sleep is scored in stages after a rough score; null if it was at once. */
    public @Nullable Instant rescoredAt(Sleep sleep) {
        return afterthoughts.rescoredAt(sleep);
    }

    @Nullable Instant toldAt(SimulatedActivity activity) {
        return syncs.bringing(activity.recorded().end().plus(LifeBook.SAVING));
    }

    List<SimulatedActivity> recorded(LocalDate date) {
        return book.activities(date, syncs);
    }

    /** The date's sleeps as finally scored. */
    List<Sleep> slept(LocalDate date) {
        DayPlan day = book.plan(date);
        List<Sleep> sleeps = new ArrayList<>();
        if (day.night() != null) {
            sleeps.add(day.night());
        }
        if (day.nap() != null) {
            sleeps.add(day.nap());
        }
        return sleeps;
    }

    /** When that moment is told; null if never. */
    @Nullable Instant toldAt(Instant moment) {
        return syncs.bringing(moment);
    }

    List<Instant> syncs() {
        return syncs.all();
    }

    List<WeightLog> allWeights() {
        return scale.weights();
    }

    /** Whether anything of that date may be known at that time. */
    public boolean isShownOn(LocalDate date, Instant now) {
        return isLived(date) && !whereabouts().startOf(date).isAfter(now);
    }

    private boolean isLived(LocalDate date) {
        return !date.isBefore(firstDate()) && !date.isAfter(plan.lastDate());
    }
}
