package io.pulseline.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.webhook.GoogleNotificationBatch.Entry;
import io.pulseline.ingest.webhook.GoogleNotificationBatch.NotJson;
import io.pulseline.ingest.webhook.GoogleNotificationBatch.Read;
import io.pulseline.ingest.webhook.GoogleNotificationBatch.Verification;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleNotificationBatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 7);

    private static GoogleNotificationBatch read(String body) {
        return GoogleNotificationBatch.read(body.getBytes(UTF_8));
    }

    private static String item(String intervals) {
        return """
        {"data":{"version":"1","clientProvidedSubscriptionName":"s-1","healthUserId":"2515",
         "operation":"UPSERT","dataType":"heart-rate","intervals":[%s]}}
        """
                .formatted(intervals);
    }

    private static Entry entry(@Nullable LocalDate date) {
        return new Entry("2515", "heart-rate", date, "s-1");
    }

    @Test
    void aListAndASingleObjectAreRead() {
        String civil =
                "{\"civilDateTimeInterval\":{\"startDateTime\":{\"date\":"
                        + "{\"year\":2026,\"month\":3,\"day\":7},\"time\":{}}}}";

        assertThat(read(item(civil))).isEqualTo(new Read(List.of(entry(DAY)), 0));
        assertThat(read("[" + item(civil) + "]")).isEqualTo(new Read(List.of(entry(DAY)), 0));
    }

    @Test
    void eachWayToTellAnIntervalIsUnderstood() {
        assertThat(
                        read(
                                item(
                                        "{\"civilIso8601TimeInterval\":{\"startTime\":"
                                                + "\"2026-03-07T17:29:00\"}}")))
                .isEqualTo(new Read(List.of(entry(DAY)), 0));
        // 01:29 in UTC may be the evening before by the user's calendar.
        assertThat(
                        read(
                                item(
                                        "{\"physicalTimeInterval\":{\"startTime\":"
                                                + "\"2026-03-08T01:29:00Z\"}}")))
                .isEqualTo(new Read(List.of(entry(DAY)), 0));
    }

    @Test
    void severalIntervalsOfOneDateAreOneEntry() {
        String morning = "{\"civilIso8601TimeInterval\":{\"startTime\":\"2026-03-07T07:00:00\"}}";
        String evening = "{\"civilIso8601TimeInterval\":{\"startTime\":\"2026-03-07T19:00:00\"}}";
        String next = "{\"civilIso8601TimeInterval\":{\"startTime\":\"2026-03-08T07:00:00\"}}";

        assertThat(read(item(morning + "," + evening + "," + next)))
                .isEqualTo(new Read(List.of(entry(DAY), entry(DAY.plusDays(1))), 0));
    }

    private static String over(String start, String end) {
        return "{\"civilIso8601TimeInterval\":{\"startTime\":\"%s\",\"endTime\":\"%s\"}}"
                .formatted(start, end);
    }

    @Test
    void anIntervalTellsOfEveryDateItReachesOver() {
        assertThat(read(item(over("2026-03-07T23:00:00", "2026-03-08T06:00:00"))))
                .isEqualTo(new Read(List.of(entry(DAY), entry(DAY.plusDays(1))), 0));
        assertThat(read(item(over("2026-03-07T00:00:00", "2026-03-08T00:00:00"))))
                .isEqualTo(new Read(List.of(entry(DAY)), 0));
        assertThat(read(item(over("2026-03-07T10:00:00", "2026-03-06T10:00:00"))))
                .isEqualTo(new Read(List.of(entry(DAY)), 0));
    }

    @Test
    void anEndlessIntervalTellsOfItsFirstDatesOnly() {
        GoogleNotificationBatch batch =
                read(item(over("2026-03-07T00:00:00", "9999-12-31T00:00:00")));

        assertThat(((Read) batch).entries())
                .hasSize(GoogleNotificationBatch.MOST_DATES)
                .contains(entry(DAY), entry(DAY.plusDays(13)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"civilIso8601TimeInterval\":{\"startTime\":\"yesterday\"}}",
                "{\"civilDateTimeInterval\":{\"startDateTime\":{\"date\":{\"year\":2026,\"month\":13}}}}"
            })
    void anIntervalWithoutADateStillTellsOfTheUser(String interval) {
        assertThat(read(item(interval))).isEqualTo(new Read(List.of(entry(null)), 0));
    }

    @Test
    void anItemWithoutUserOrTypeIsSkippedAndTheOthersAreRead() {
        String nobody = "{\"data\":{\"dataType\":\"steps\"}}";
        String nothing = "{\"data\":{\"healthUserId\":\"1\"}}";

        assertThat(read("[" + nobody + "," + nothing + ",7," + item("") + "]"))
                .isEqualTo(new Read(List.of(entry(null)), 3));
    }

    @Test
    void theProbeIsToldFromANotification() {
        assertThat(read("{\"type\": \"verification\"}")).isEqualTo(new Verification());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "7", "\"verification\"", "[", "{} {}"})
    void whatIsNoObjectAndNoListIsRefused(String body) {
        assertThat(read(body)).isEqualTo(new NotJson());
    }
}
