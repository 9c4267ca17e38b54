package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.simulator.truth.Sleep;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Special;
import io.pulseline.simulator.truth.WeightLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is of one person now. One without a life has no more than activities and heart. */
record PersonData(
        People people, SimulatedUser user, @Nullable Life life, Instant now, Knobs.Answers knobs) {
    private static final Duration HEART_BEFORE_SET_UP = Duration.ofDays(7);

    static PersonData of(People people, SimulatedUser user, Instant now, Knobs.Answers knobs) {
        return new PersonData(people, user, people.life(user.id()).orElse(null), now, knobs);
    }

    ZoneId zoneAt(Instant at) {
        return people.zoneAt(user.id(), at);
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(people.zoneOn(user.id(), date)).toInstant();
    }

    /** When the date ends in its own zone. */
    Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(people.zoneOn(user.id(), date)).toInstant();
    }

    LocalDate dateAt(Instant at) {
        return at.atZone(zoneAt(at)).toLocalDate();
    }

    /** Everything that can be known lies in it. */
    Span everything() {
        Instant begin =
                life == null
                        ? user.createdAt().minus(HEART_BEFORE_SET_UP)
                        : startOf(life.firstDate());
        Instant first =
                people.activities(user.id()).stream()
                        .map(SimulatedActivity::start)
                        .filter(start -> start.isBefore(begin))
                        .findFirst()
                        .orElse(begin);
        return new Span(first, now.plusMillis(1));
    }

    /** The dates that a span touches, one more at each end. */
    Stream<LocalDate> dates(Span span) {
        LocalDate last = dateAt(now);
        LocalDate from = dateAt(span.from()).minusDays(1);
        LocalDate to = dateAt(span.to()).plusDays(1);
        LocalDate end = to.isAfter(last) ? last : to;
        return from.isAfter(end) ? Stream.empty() : from.datesUntil(end.plusDays(1));
    }

    List<HeartRateSample> heartRate(Span span) {
        return people.heartRate(user.id(), span.from(), span.to());
    }

    @Nullable Integer restingHeartRate(LocalDate date) {
        boolean isKnown = life != null || !startOf(date).isBefore(everything().from());
        return isKnown ? people.restingHeartRate(user.id(), date) : null;
    }

    Optional<NightVitals> vitals(LocalDate date, Measure measure) {
        return life == null ? Optional.empty() : life.vitals(date, measure, now);
    }

    List<SimulatedActivity> activities() {
        return people.activities(user.id());
    }

    List<Sleep> sleeps() {
        return life == null ? List.of() : life.sleeps(now);
    }

    List<WeightLog> weights() {
        return life == null ? List.of() : life.weights(now);
    }

    /** Whether a phone tells steps beside the tracker's: everybody's by a knob, or this one's. */
    boolean isCountedByPhoneToo() {
        return knobs.phoneCountsStepsToo()
                || (life != null && life.specials().contains(Special.PHONE_COUNTS_TOO));
    }

    String deviceName() {
        return user.device().name();
    }

    /** The interval of a session: civil times only if wanted, a missing end if null. */
    ObjectNode session(Instant from, @Nullable Instant to) {
        ObjectNode interval = timed(from, to);
        return knobs.sessionsWithCivilTimes() ? withCivil(interval, from, to) : interval;
    }

    /** The interval of an observation, civil times included. */
    ObjectNode observation(Instant from, Instant to) {
        return withCivil(timed(from, to), from, to);
    }

    /** The time of a sample. */
    ObjectNode sampleTime(Instant at) {
        ZoneId zone = zoneAt(at);
        ObjectNode time =
                Json.object()
                        .put("physicalTime", at.toString())
                        .put("utcOffset", Encoding.offset(zone, at));
        time.set("civilTime", Encoding.civil(at.atZone(zone).toLocalDateTime()));
        return time;
    }

    private ObjectNode timed(Instant from, @Nullable Instant to) {
        ObjectNode interval =
                Json.object()
                        .put("startTime", from.toString())
                        .put("startUtcOffset", Encoding.offset(zoneAt(from), from));
        if (to != null) {
            interval.put("endTime", to.toString())
                    .put("endUtcOffset", Encoding.offset(zoneAt(to), to));
        }
        return interval;
    }

    private ObjectNode withCivil(ObjectNode interval, Instant from, @Nullable Instant to) {
        interval.set("civilStartTime", Encoding.civil(from.atZone(zoneAt(from)).toLocalDateTime()));
        if (to != null) {
            interval.set("civilEndTime", Encoding.civil(to.atZone(zoneAt(to)).toLocalDateTime()));
        }
        return interval;
    }
}
