package io.pulseline.pipeline.absence;

import static java.util.Comparator.naturalOrder;

import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.connection.Connection.Condition;
import io.pulseline.pipeline.connection.Connection.Device;
import io.pulseline.pipeline.connection.Connection.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why one connection that is read, or was, has not told of something. */
record Reading(Connection connection, Missing missing, Instant now) {
    /** A night below it has no stages and none of the metrics that are made of them. */
    private static final Duration SHORTEST_NIGHT = Duration.ofHours(3);

    /** Whether the provider is known to have answered after that time. */
    static boolean wasReadSince(Connection connection, Missing missing, Instant now) {
        return lastRead(connection, missing)
                .filter(read -> !read.isBefore(missing.toldFrom(now)))
                .isPresent();
    }

    private static Optional<Instant> lastRead(Connection connection, Missing missing) {
        return connection.kind(missing.measure().kind()).map(Freshness::lastSuccess);
    }

    /** The most certain one first. */
    Optional<Absence> cause() {
        return Stream.<Supplier<Optional<Absence>>>of(
                        this::scopeNotGranted,
                        this::quota,
                        this::notSynced,
                        this::notReadSince,
                        this::modelWithoutSensor,
                        this::connectedGps,
                        this::shortSleep,
                        this::notWorn)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Absence> scopeNotGranted() {
        return missing.measure()
                .scope(connection.provider())
                .filter(_ -> !connection.scopes().isEmpty())
                .filter(scope -> !connection.scopes().contains(scope))
                .map(scope -> new Absence.ScopeNotGranted(connection.providerName(), scope));
    }

    private Optional<Absence> quota() {
        Integer left = connection.requestsLeft();
        boolean usedUp =
                connection.condition(Condition.RATE_LIMITED).isPresent()
                        || (left != null && left <= 0);
        if (!usedUp || wasReadSince(connection, missing, now)) {
            return Optional.empty();
        }
        // The condition is over by itself, and nobody tells: what is due at a time yet to come
        // shows that it holds.
        return connection
                .kind(missing.measure().kind())
                .map(Freshness::nextDue)
                .filter(due -> due.isAfter(now))
                .map(due -> new Absence.QuotaUsedUp(connection.providerName(), there(due)));
    }

    private Optional<Absence> notSynced() {
        return lastSync()
                .filter(sync -> sync.isBefore(missing.toldFrom(now)))
                .map(sync -> new Absence.TrackerNotSynced(there(sync)));
    }

    private Optional<Absence> notReadSince() {
        return lastRead(connection, missing)
                .filter(read -> read.isBefore(missing.toldFrom(now)))
                .map(read -> new Absence.NotReadSince(connection.providerName(), there(read)));
    }

    private Optional<Absence> modelWithoutSensor() {
        return all(model -> Models.lacks(model, missing.measure()))
                .map(model -> new Absence.ModelWithoutSensor(model, missing.measure()));
    }

    private Optional<Absence> connectedGps() {
        if (missing.measure() != Measure.GPS || Boolean.FALSE.equals(missing.connectedGps())) {
            return Optional.empty();
        }
        Optional<String> model = all(Models::usesGpsOfThePhone);
        return model.isEmpty() && missing.connectedGps() == null
                ? Optional.empty()
                : Optional.of(new Absence.ConnectedGpsWithoutPhone(model.orElse(null)));
    }

    private Optional<Absence> shortSleep() {
        Duration asleep = missing.asleep();
        return !missing.measure().needsLongSleep()
                        || asleep == null
                        || asleep.compareTo(SHORTEST_NIGHT) >= 0
                ? Optional.empty()
                : Optional.of(new Absence.ShortSleep(asleep, missing.measure()));
    }

    private Optional<Absence> notWorn() {
        boolean told =
                switch (missing.evidence()) {
                    case NONE -> false;
                    case OTHER_DATA -> lastSync().isPresent();
                    case THE_RECORD -> true;
                };
        boolean made = missing.isOver(now) || !missing.measure().ofTheNight();
        return !told || !made || !missing.measure().needsSkin()
                ? Optional.empty()
                : Optional.of(new Absence.NotWorn());
    }

    /** The newest one of what can be worn; empty when not known. */
    private Optional<Instant> lastSync() {
        return connection.trackers().stream()
                .map(Device::lastSync)
                .filter(Objects::nonNull)
                .max(naturalOrder());
    }

    /** The first of the models that may have measured it, if that holds for all of them. */
    private Optional<String> all(Predicate<String> holds) {
        String recorder = missing.model();
        List<String> models =
                recorder != null
                        ? List.of(recorder)
                        : connection.trackers().stream()
                                .map(device -> Objects.requireNonNullElse(device.model(), ""))
                                .toList();
        return models.stream().allMatch(holds) ? models.stream().findFirst() : Optional.empty();
    }

    private ZonedDateTime there(Instant at) {
        return at.atZone(Objects.requireNonNullElse(connection.zone(), ZoneOffset.UTC));
    }
}
