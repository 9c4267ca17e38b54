package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.localstack.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarginsTest {
    private static final Person ANNA = new Person("26FWFL", LocalDate.of(2026, 3, 27), Set.of());

    private final Margins margins = new Margins(ANNA);

    private static FoundRecord record(String json) {
        return FoundRecord.of(json(json));
    }

    private static JsonNode json(String text) {
        try {
            return Http.JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean mayHaveSummary(String date) {
        return margins.mayHave(
                RecordType.DAILY_SUMMARY, record("{'localDate':'" + date + "','steps':17}"));
    }

    private static TruthLine summary(String date) {
        return TruthLine.of(
                json("{'recordType':'daily-summary','localDate':'" + date + "','steps':1}"));
    }

    @Test
    void onlyTheSummaryOfTheDateAfterTheLastMayBeThere() {
        margins.seen(summary("2026-03-30"));
        margins.seen(summary("2026-03-31"));

        assertThat(mayHaveSummary("2026-04-01")).isTrue();
        assertThat(mayHaveSummary("2026-04-02")).isFalse();
    }

    @Test
    void historyBeforeALifeMayBeThereWhereItIsEmpty() {
        assertThat(mayHaveHeartRate("2026-03-26", "")).isTrue();
        assertThat(mayHaveHeartRate("2026-03-26", "61")).isFalse();
        assertThat(mayHaveHeartRate("2026-03-27", "")).isFalse();
        assertThat(mayHaveSteps("2026-03-26", "0,null,0")).isTrue();
        assertThat(mayHaveSteps("2026-03-26", "0,1")).isFalse();
        assertThat(mayHaveSummary("2026-03-26")).isFalse();
    }

    private boolean mayHaveHeartRate(String date, String samples) {
        return margins.mayHave(
                RecordType.HEART_RATE,
                record(
                        "{'localDate':'%s','slot':3,'heartRate':{'beatsPerMinute':[%s]}}"
                                .formatted(date, samples)));
    }

    private boolean mayHaveSteps(String date, String steps) {
        return margins.mayHave(
                RecordType.STEPS,
                record("{'localDate':'%s','slot':3,'stepsPerMinute':[%s]}".formatted(date, steps)));
    }

    @Test
    void aNightBeforeALifeIsAMistake() {
        assertThat(
                        margins.mayHave(
                                RecordType.OXYGEN_SATURATION, record("{'localDate':'2026-03-26'}")))
                .isFalse();
    }

    @Test
    void ofAStrangerNothingMayBeThere() {
        assertThat(
                        new Margins(null)
                                .mayHave(
                                        RecordType.STEPS,
                                        record("{'localDate':'2026-01-01','slot':0}")))
                .isFalse();
    }
}
