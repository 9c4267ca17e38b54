package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.simulator.truth.Sleep;
import io.pulseline.simulator.truth.WeightLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is of one person now. One without a life has no more than activities and heart. */
record Shown(People people, SimulatedUser user, @Nullable Life life, Instant now) {

    static Shown of(People people, Caller caller, InstantSource clock) {
        SimulatedUser user = caller.user();
        return new Shown(people, user, people.life(user.id()).orElse(null), clock.instant());
    }

    LocalDate today() {
        return now.atZone(user.zone()).toLocalDate();
    }

    /** Sums of a date; empty for one before the life, after today, or without a life. */
    Optional<DaySums> sums(LocalDate date) {
        return life == null || !life.isShownOn(date, now)
                ? Optional.empty()
                : Optional.of(life.sums(date, now));
    }

    Optional<NightVitals> vitals(LocalDate date, Measure measure) {
        return life == null ? Optional.empty() : life.vitals(date, measure, now);
    }

    /** Sleeps that ended on these dates, by start. */
    List<Sleep> sleeps(LocalDate from, LocalDate to) {
        return allSleeps().stream()
                .filter(sleep -> !sleep.date().isBefore(from) && !sleep.date().isAfter(to))
                .toList();
    }

    List<Sleep> allSleeps() {
        return life == null ? List.of() : life.sleeps(now);
    }

    List<WeightLog> weights(LocalDate from, LocalDate to) {
        return life == null
                ? List.of()
                : life.weights(now).stream()
                        .filter(one -> !one.date().isBefore(from) && !one.date().isAfter(to))
                        .toList();
    }

    @Nullable Integer restingHeartRate(LocalDate date) {
        return people.restingHeartRate(user.id(), date);
    }
}
