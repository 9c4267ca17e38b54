package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.truth.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is documented at Fitbit and what is true must be one thing, told in two ways. */
class LifeTruthTest {
    private static final Lived LIVED =
            Lived.of("2026-03-10T09:00:00Z", 12, 6, 5, Duration.ofDays(6));

    @AfterAll
    static void close() {
        LIVED.close();
    }

    @Test
    void theMinutesOfADaySumToItsSteps() {
        for (Life life : LIVED.lives()) {
            Phone phone = LIVED.phone(life);
            for (JsonNode day : LIVED.truth(life, "daily-summary")) {
                String date = day.path("localDate").asText();
                int sum = 0;
                for (JsonNode slot : LIVED.truth(life, "steps", LocalDate.parse(date))) {
                    for (JsonNode minute : slot.path("stepsPerMinute")) {
                        sum += minute.asInt();
                    }
                }
                JsonNode summary =
                        phone.json("/1/user/-/activities/date/" + date + ".json").path("summary");
                JsonNode series =
                        phone.json("/1/user/-/activities/steps/date/" + date + "/1d.json");

                assertThat(sum).isPositive().isEqualTo(day.path("steps").asInt());
                assertThat(summary.path("steps").asInt()).isEqualTo(sum);
                assertThat(series.at("/activities-steps/0/value").asText()).isEqualTo("" + sum);
            }
        }
    }

    @Test
    void aSummaryReadBackIsTheTruth() {
        Life life = LIVED.lives().getFirst();
        JsonNode truth = LIVED.truth(life, "daily-summary").get(2);
        String date = truth.path("localDate").asText();
        Phone phone = LIVED.phone(life);
        JsonNode summary =
                phone.json("/1/user/-/activities/date/" + date + ".json").path("summary");
        JsonNode heart =
                phone.json("/1/user/-/activities/heart/date/" + date + "/1d.json")
                        .at("/activities-heart/0/value");

        assertThat(summary.path("caloriesOut").asInt())
                .isEqualTo(truth.path("energyKilocalories").asInt())
                .isGreaterThan(summary.path("caloriesBMR").asInt());
        assertThat(summary.at("/distances").findValuesAsText("activity")).contains("total");
        assertThat(total(summary) * 1000)
                .isCloseTo(truth.path("distanceMetres").asDouble(), within(1e-6));
        assertThat(summary.path("floors").asInt()).isEqualTo(truth.path("floors").asInt());
        assertThat(heart.path("restingHeartRate").asInt())
                .isEqualTo(truth.path("restingHeartRateBeatsPerMinute").asInt());
        assertThat(heart.at("/heartRateZones/1/minutes").asInt())
                .isEqualTo(truth.at("/heartRateZones/1/minutes").asInt());
        assertThat(heart.at("/heartRateZones/1/name").asText())
                .isEqualTo(truth.at("/heartRateZones/1/name").asText());
    }

    @Test
    void heartRateReadBackIsTheTruth() {
        Life life = LIVED.lives().getFirst();
        LocalDate date = life.firstDate().plusDays(2);

        assertThat(samplesRead(life, date)).isNotEmpty().isEqualTo(samplesTrue(life, date));
    }

    @Test
    void nightsReadBackAreTheTruth() {
        Life life = LIVED.lives().getFirst();
        Phone phone = LIVED.phone(life);
        String range = life.firstDate() + "/" + life.firstDate().plusDays(8);
        JsonNode summaries = phone.json("/1/user/-/hrv/date/" + range + ".json").path("hrv");
        JsonNode rows = phone.json("/1/user/-/hrv/date/" + range + "/all.json").path("hrv");
        JsonNode oxygen = phone.json("/1/user/-/spo2/date/" + range + ".json");
        JsonNode breathing = phone.json("/1/user/-/br/date/" + range + "/all.json").path("br");
        List<JsonNode> variability = LIVED.truth(life, "heart-rate-variability");

        assertThat(variability).hasSizeGreaterThan(2).hasSameSizeAs(summaries).hasSameSizeAs(rows);
        for (int night = 0; night < variability.size(); night++) {
            JsonNode truth = variability.get(night);
            assertThat(truth.path("dailyRmssdMilliseconds").asDouble())
                    .isEqualTo(summaries.get(night).at("/value/dailyRmssd").asDouble());
            assertThat(truth.at("/intraday/rmssdMilliseconds"))
                    .hasSameSizeAs(rows.get(night).path("minutes"));
            assertThat(rows.get(night).at("/minutes/0/minute").asText())
                    .isEqualTo(local(life, truth.at("/intraday/startEpochMillis").asLong()));
        }
        assertThat(
                        LIVED.truth(life, "oxygen-saturation")
                                .getLast()
                                .path("averagePercent")
                                .asDouble())
                .isEqualTo(oxygen.get(oxygen.size() - 1).at("/value/avg").asDouble());
        assertThat(
                        LIVED.truth(life, "respiratory-rate")
                                .getLast()
                                .path("breathsPerMinute")
                                .asDouble())
                .isEqualTo(
                        breathing
                                .get(breathing.size() - 1)
                                .at("/value/fullSleepSummary/breathingRate")
                                .asDouble());
    }

    @Test
    void activitiesAgreeWithTheDayTheyAreIn() {
        int compared = 0;
        for (Life life : LIVED.lives()) {
            for (JsonNode activity : LIVED.truth(life, "activity")) {
                if (activity.path("deleted").asBoolean()) {
                    continue;
                }
                long start = activity.path("startEpochMillis").asLong();
                long end = start + activity.path("elapsedMilliseconds").asLong();
                List<Integer> inDay = samplesBetween(LIVED.truth(life, "heart-rate"), start, end);
                List<Integer> own = new ArrayList<>();
                activity.at("/heartRate/beatsPerMinute").forEach(one -> own.add(one.asInt()));

                assertThat(own).isNotEmpty().isEqualTo(inDay);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void theSameSeedIsTheSameTruth() {
        try (Lived again = Lived.of("2026-03-10T09:00:00Z", 12, 6, 5, Duration.ofDays(6));
                Lived other = Lived.of("2026-03-10T09:00:00Z", 12, 6, 6, Duration.ofDays(6))) {
            String truth = LIVED.control().get("/simulator/truth").body();

            assertThat(again.control().get("/simulator/truth").body()).isEqualTo(truth);
            assertThat(other.control().get("/simulator/truth").body()).isNotEqualTo(truth);
        }
    }

    private static double total(JsonNode summary) {
        for (JsonNode distance : summary.path("distances")) {
            if (distance.path("activity").asText().equals("total")) {
                return distance.path("distance").asDouble();
            }
        }
        return -1;
    }

    private static String local(Life life, long epochMillis) {
        Instant at = Instant.ofEpochMilli(epochMillis);
        LocalDateTime local = LocalDateTime.ofInstant(at, life.whereabouts().zoneAt(at));
        return local + ":00.000";
    }

    private static List<String> samplesRead(Life life, LocalDate date) {
        JsonNode rows =
                LIVED.phone(life)
                        .json("/1/user/-/activities/heart/date/" + date + "/1d/1sec.json")
                        .at("/activities-heart-intraday/dataset");
        List<Instant> times = Lived.placed(date, life.whereabouts().zoneOn(date), rows);
        List<String> read = new ArrayList<>();
        for (int row = 0; row < times.size(); row++) {
            read.add(times.get(row) + " " + rows.get(row).path("value").asInt());
        }
        return read;
    }

    private static List<String> samplesTrue(Life life, LocalDate date) {
        List<String> samples = new ArrayList<>();
        for (JsonNode slot : LIVED.truth(life, "heart-rate", date)) {
            JsonNode columns = slot.path("heartRate");
            for (int row = 0; row < columns.path("beatsPerMinute").size(); row++) {
                long at =
                        columns.path("startEpochMillis").asLong()
                                + columns.path("offsetMilliseconds").get(row).asLong();
                samples.add(
                        Instant.ofEpochMilli(at)
                                + " "
                                + columns.path("beatsPerMinute").get(row).asInt());
            }
        }
        return samples;
    }

    private static List<Integer> samplesBetween(List<JsonNode> slots, long from, long to) {
        List<Integer> rates = new ArrayList<>();
        for (JsonNode slot : slots) {
            JsonNode columns = slot.path("heartRate");
            for (int row = 0; row < columns.path("beatsPerMinute").size(); row++) {
                long at =
                        columns.path("startEpochMillis").asLong()
                                + columns.path("offsetMilliseconds").get(row).asLong();
                if (at >= from && at <= to) {
                    rates.add(columns.path("beatsPerMinute").get(row).asInt());
                }
            }
        }
        return rates;
    }
}
