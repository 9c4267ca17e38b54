package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Special;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sleep logs against the fact sheet, section 4.11. */
class SleepShapeTest {
    private final Lived lived = Lived.of("2026-03-10T09:00:00Z", 12, 10, 5, Duration.ofDays(10));

    @AfterEach
    void close() {
        lived.close();
    }

    @Test
    void segmentsFillTheNightAndSumUpAsTold() {
        int nights = 0;
        for (Life life : lived.lives()) {
            for (JsonNode log : logs(life)) {
                checkSegments(log);
                if (log.path("type").asText().equals("stages")) {
                    checkTotals(log);
                    nights++;
                }
            }
        }
        assertThat(nights).isGreaterThan(50);
    }

    @Test
    void aRoughScoreHasItsOwnWords() {
        JsonNode nap =
                lived.lives().stream()
                        .flatMap(life -> logs(life).valueStream())
                        .filter(log -> !log.path("isMainSleep").asBoolean())
                        .findFirst()
                        .orElseThrow();

        assertThat(nap.path("type").asText()).isEqualTo("classic");
        assertThat(nap.path("infoCode").asInt()).isEqualTo(2);
        assertThat(nap.path("levels").has("shortData")).isFalse();
        assertThat(nap.at("/levels/summary").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("asleep", "awake", "restless");
        assertThat(nap.path("efficiency").asInt())
                .isEqualTo(
                        Math.round(
                                100f
                                        * nap.path("minutesAsleep").asInt()
                                        / nap.path("timeInBed").asInt()));
    }

    @Test
    void aDateHasOneMainSleepAndSums() {
        Life life = lived.with(Special.NAP);
        Phone phone = lived.phone(life);
        for (JsonNode log : logs(life)) {
            JsonNode date =
                    phone.json(
                            "/1.2/user/-/sleep/date/" + log.path("dateOfSleep").asText() + ".json");
            int inBed = 0;
            int mains = 0;
            for (JsonNode one : date.path("sleep")) {
                inBed += one.path("timeInBed").asInt();
                mains += one.path("isMainSleep").asBoolean() ? 1 : 0;
            }

            assertThat(mains).isLessThanOrEqualTo(1);
            assertThat(date.at("/summary/totalTimeInBed").asInt()).isEqualTo(inBed);
            assertThat(date.at("/summary/totalSleepRecords").asInt())
                    .isEqualTo(date.path("sleep").size());
        }
    }

    @Test
    void aListIsReadPageByPage() {
        Life life = lived.with(Special.NAP);
        Phone phone = lived.phone(life);
        JsonNode all =
                phone.json(
                        "/1.2/user/-/sleep/list.json?afterDate=2026-03-01&sort=asc&limit=100&offset=0");
        JsonNode first =
                phone.json(
                        "/1.2/user/-/sleep/list.json?afterDate=2026-03-01&sort=asc&limit=3&offset=0");
        JsonNode second = phone.json(first.at("/pagination/next").asText());

        assertThat(first.path("sleep")).hasSize(3);
        assertThat(second.at("/sleep/0/logId")).isEqualTo(all.at("/sleep/3/logId"));
        assertThat(all.at("/pagination/next").asText()).isEmpty();
    }

    @Test
    void aDateWithoutSleepIsEmptyInOneOfTwoShapes() {
        Phone phone = lived.phone(lived.lives().getFirst());
        String path = "/1.2/user/-/sleep/date/2026-01-01.json";

        assertThat(phone.json(path).path("sleep")).isEmpty();
        assertThat(phone.json(path).path("summary").has("stages")).isFalse();
        lived.simulator().turnOn(Switch.EMPTY_SLEEP_STAGES);
        assertThat(phone.json(path).at("/summary/stages/deep").asInt(-1)).isZero();
    }

    @Test
    void aPendingNightSaysSo() {
        Phone phone = lived.phone(lived.lives().getFirst());
        lived.simulator().turnOn(Switch.SLEEP_PENDING);
        String path = "/1.2/user/-/sleep/date/2026-03-12.json";

        assertThat(phone.json(path).at("/meta/state").asText()).isEqualTo("pending");
        lived.simulator().turnOn(Switch.PENDING_ACCEPTED);
        assertThat(phone.get(path).statusCode()).isEqualTo(202);
    }

    private JsonNode logs(Life life) {
        return lived.phone(life)
                .json("/1.2/user/-/sleep/date/2026-03-08/2026-03-25.json")
                .path("sleep");
    }

    private static void checkSegments(JsonNode log) {
        LocalDateTime at = LocalDateTime.parse(log.path("startTime").asText());
        long seconds = 0;
        for (JsonNode segment : log.at("/levels/data")) {
            assertThat(LocalDateTime.parse(segment.path("dateTime").asText())).isEqualTo(at);
            at = at.plusSeconds(segment.path("seconds").asLong());
            seconds += segment.path("seconds").asLong();
        }
        assertThat(seconds * 1000).isEqualTo(log.path("duration").asLong());
        assertThat(at).isEqualTo(LocalDateTime.parse(log.path("endTime").asText()));
        assertThat(log.path("minutesAsleep").asInt() + log.path("minutesAwake").asInt())
                .isEqualTo(log.path("timeInBed").asInt());
    }

    /** Lays the short wakes over the segments and counts, as was verified on a real night. */
    private static void checkTotals(JsonNode log) {
        Map<LocalDateTime, String> epochs = new LinkedHashMap<>();
        for (String part : new String[] {"data", "shortData"}) {
            for (JsonNode segment : log.path("levels").path(part)) {
                LocalDateTime at = LocalDateTime.parse(segment.path("dateTime").asText());
                for (long second = 0; second < segment.path("seconds").asLong(); second += 30) {
                    epochs.put(at.plusSeconds(second), segment.path("level").asText());
                }
            }
        }
        Map<String, Integer> runs = new HashMap<>();
        String before = "";
        for (String level : epochs.values()) {
            if (!level.equals(before)) {
                runs.merge(level, 1, Integer::sum);
            }
            before = level;
        }
        int minutes = 0;
        for (String level : new String[] {"deep", "light", "rem", "wake"}) {
            JsonNode told = log.at("/levels/summary/" + level);
            assertThat(told.path("count").asInt()).isEqualTo(runs.getOrDefault(level, 0));
            minutes += told.path("minutes").asInt();
        }
        assertThat(minutes).isEqualTo(log.path("timeInBed").asInt());
    }
}
