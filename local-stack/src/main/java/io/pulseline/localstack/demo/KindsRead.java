package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.Sleeper;
import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How far a connection's kinds of data are read, as the API tells its user. */
final class KindsRead {
    /** Measured in sleep, and there some time after it. */
    static final List<String> IN_SLEEP =
            List.of(
                    PayloadKind.HEART_RATE_VARIABILITY,
                    PayloadKind.OXYGEN_SATURATION,
                    PayloadKind.RESPIRATORY_RATE);

    /**
     * Everything is worked out after 40 minutes, by the second try; the others are for what a spent
     * quota puts off.
     */
    private static final int MOVES = 6;

    private final Pulseline pulseline;
    private final String connectionId;

    KindsRead(Pulseline pulseline, String connectionId) {
        this.pulseline = pulseline;
        this.connectionId = connectionId;
    }

    /**
     * One kind.
     *
     * @param read when the provider last gave what was asked; the epoch if never
     * @param due when it is looked at next; far away if never
     * @param watermark the newest local date with data
     * @param postponed why it was not read when it was due; empty if it was
     */
    private record Kind(
            String name, Instant read, Instant due, LocalDate watermark, String postponed) {
        static Kind of(JsonNode json) {
            return new Kind(
                    json.path("kind").asText(),
                    instant(json.path("lastSuccess")).orElse(Instant.EPOCH),
                    instant(json.path("nextDue")).orElse(Instant.MAX),
                    LocalDate.parse(json.path("watermark").asText()),
                    json.path("postponedReason").asText(""));
        }

        boolean has(LocalDate date) {
            return !watermark.isBefore(date);
        }

        private static Optional<Instant> instant(JsonNode json) {
            return json.isTextual() ? Optional.of(Instant.parse(json.asText())) : Optional.empty();
        }
    }

    private List<Kind> all() throws Exception {
        JsonNode connection = pulseline.get("/api/connections/" + connectionId);
        return StreamSupport.stream(connection.path("kinds").spliterator(), false)
                .map(Kind::of)
                .toList();
    }

    private Kind one(String name) throws Exception {
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new StepFailedException("the connection has no kind '" + name + "'"));
    }

    /** Waits until each kind has been read once; how many there are. */
    int awaitAllRead(Duration limit) throws Exception {
        return Await.until(
                "a first reading of every kind",
                limit,
                () -> {
                    List<Kind> kinds = all();
                    boolean read =
                            kinds.stream().allMatch(kind -> kind.read().isAfter(Instant.EPOCH));
                    return read && !kinds.isEmpty() ? Optional.of(kinds.size()) : Optional.empty();
                });
    }

    /** Waits until a kind is due in that time. */
    void awaitDue(String name, Instant from, Instant to, Duration limit) throws Exception {
        Await.until(
                name + " due between " + from + " and " + to,
                limit,
                () ->
                        Optional.of(one(name).due())
                                .filter(due -> !due.isBefore(from) && !due.isAfter(to)));
    }

    /** Makes kinds due now. */
    void readNow(List<String> names, LocalDate from) throws Exception {
        pulseline.readsNow(connectionId, names, from.toString());
    }

    /**
     * Moves simulated time from one try to the next until the night's data have been read.
     *
     * @return which of them each try brought, for people
     */
    String moveUntilRead(Simulator simulator, Sleeper sleeper, Duration limit) throws Exception {
        List<String> tries = new ArrayList<>();
        List<String> missing = missing(sleeper);
        for (int move = 0; move < MOVES && !missing.isEmpty(); move++) {
            Instant due = nextOf(missing);
            simulator.movesTo(due.plusSeconds(1));
            for (String name : missing) {
                awaitLookedAt(name, due, sleeper.nightDate(), limit);
            }
            List<String> left = missing(sleeper);
            List<String> came = new ArrayList<>(missing);
            came.removeAll(left);
            tries.add(text(Duration.between(sleeper.firstSync(), due), came, postponed(left)));
            missing = left;
        }
        if (!missing.isEmpty()) {
            throw new StepFailedException(
                    "expected all that was measured in sleep after "
                            + MOVES
                            + " tries ("
                            + String.join("; ", tries)
                            + "), missing "
                            + missing);
        }
        return String.join("; ", tries);
    }

    /**
     * Waits until a kind is due no more at that time: it has been read, or put off with a reason. A
     * provider may tell of it while time moves, so that it is read some minutes before.
     */
    private void awaitLookedAt(String name, Instant due, LocalDate night, Duration limit)
            throws Exception {
        Await.until(
                "a look for " + name + " at " + due,
                limit,
                () ->
                        Optional.of(one(name))
                                .filter(kind -> kind.has(night) || kind.due().isAfter(due)));
    }

    private Instant nextOf(List<String> names) throws Exception {
        Instant next = Instant.MIN;
        for (String name : names) {
            Kind kind = one(name);
            if (kind.due().equals(Instant.MAX)) {
                throw new StepFailedException(name + " is not looked at any more");
            }
            next = kind.due().isAfter(next) ? kind.due() : next;
        }
        return next;
    }

    private List<String> postponed(List<String> names) throws Exception {
        return all().stream()
                .filter(kind -> names.contains(kind.name()) && !kind.postponed().isEmpty())
                .map(kind -> kind.name() + " postponed: " + kind.postponed())
                .toList();
    }

    private List<String> missing(Sleeper sleeper) throws Exception {
        return all().stream()
                .filter(kind -> IN_SLEEP.contains(kind.name()))
                .filter(kind -> !kind.has(sleeper.nightDate()))
                .map(Kind::name)
                .toList();
    }

    private static String text(Duration since, List<String> came, List<String> postponed) {
        List<String> all = new ArrayList<>(came);
        all.addAll(postponed);
        return "after "
                + since.toMinutes()
                + " min "
                + (all.isEmpty() ? "an empty answer" : String.join(", ", all));
    }
}
