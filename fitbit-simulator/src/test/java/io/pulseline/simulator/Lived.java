package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Special;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Lives in a simulator whose time stands still until it is moved, and what is told of them. */
final class Lived implements AutoCloseable {
    private final FitbitSimulator simulator;
    private final List<Life> lives;

    private Lived(FitbitSimulator simulator, List<Life> lives) {
        this.simulator = simulator;
        this.lives = lives;
    }

    /** That many people who begin at that time and have lived for {@code lived}. */
    static Lived of(String begin, int users, int days, long seed, Duration lived) {
        Instant start = Instant.parse(begin);
        FitbitSimulator simulator = FitbitSimulator.start(Morning.config().withTime(() -> start));
        Lived some = new Lived(simulator, simulator.hasLives(users, days, seed));
        simulator.advance(lived);
        return some;
    }

    FitbitSimulator simulator() {
        return simulator;
    }

    List<Life> lives() {
        return lives;
    }

    /** The first one with that special. */
    Life with(Special special) {
        return lives.stream()
                .filter(one -> one.specials().contains(special))
                .findFirst()
                .orElseThrow();
    }

    /** The first one with nothing special. */
    Life ordinary() {
        return lives.stream().filter(one -> one.specials().isEmpty()).findFirst().orElseThrow();
    }

    Phone phone(Life life) {
        return new Phone(simulator).as(simulator.hasConsent(life.user(), Phone.ALL_SCOPES));
    }

    Phone control() {
        return new Phone(simulator);
    }

    /** The truth's lines of one kind about one person. */
    List<JsonNode> truth(Life life, String recordType) {
        return control()
                .get("/simulator/truth?owner=" + life.user().id())
                .body()
                .lines()
                .map(line -> Json.read(line.getBytes(UTF_8), JsonNode.class))
                .filter(line -> line.path("recordType").asText().equals(recordType))
                .toList();
    }

    /** The truth's lines of one kind about one person's date. */
    List<JsonNode> truth(Life life, String recordType, LocalDate date) {
        return truth(life, recordType).stream()
                .filter(line -> line.path("localDate").asText().equals(date.toString()))
                .toList();
    }

    /** Local times of one date as instants; one that comes before its forerunner is the doubled. */
    static List<Instant> placed(LocalDate date, ZoneId zone, JsonNode rows) {
        List<Instant> placed = new ArrayList<>();
        Instant before = Instant.MIN;
        for (JsonNode row : rows) {
            LocalDateTime local = LocalDateTime.parse(date + "T" + row.path("time").asText());
            Instant at = local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            if (at.isBefore(before)) {
                at = local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
            }
            placed.add(at);
            before = at;
        }
        return placed;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
