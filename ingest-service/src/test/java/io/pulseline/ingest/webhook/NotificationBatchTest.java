package io.pulseline.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.webhook.NotificationBatch.Entry;
import io.pulseline.ingest.webhook.NotificationBatch.Read;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationBatchTest {
    private static NotificationBatch read(String body) {
        return NotificationBatch.read(body.getBytes(UTF_8));
    }

    @Test
    void usersAndCollectionsMayBeMixedInOneBatch() {
        assertThat(
                        read(
                                """
                                [{"collectionType":"activities","date":"2026-03-27","ownerId":"228S74","ownerType":"user","subscriptionId":"1234"},
                                 {"collectionType":"sleep","date":"2026-03-26","ownerId":"184X36","ownerType":"user","subscriptionId":"2345"}]
                                """))
                .isEqualTo(
                        new Read(
                                List.of(
                                        new Entry(
                                                "activities",
                                                "228S74",
                                                LocalDate.of(2026, 3, 27),
                                                "1234"),
                                        new Entry(
                                                "sleep",
                                                "184X36",
                                                LocalDate.of(2026, 3, 26),
                                                "2345")),
                                0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2020-06\"", "\"today\"", "\"\"", "null", "20260327", "{}"})
    void aDateThatIsNoneCostsTheDateOnly(String date) {
        assertThat(
                        read(
                                "[{\"collectionType\":\"activities\",\"ownerId\":\"A\",\"date\":"
                                        + date
                                        + "}]"))
                .isEqualTo(new Read(List.of(new Entry("activities", "A", null, null)), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"collectionType\":\"activities\"}]",
                "[{\"ownerId\":\"A\"}]",
                "[{\"collectionType\":\"\",\"ownerId\":\"A\"}]",
                "[{\"collectionType\":\"activities\",\"ownerId\":\"A\\u0000\"}]",
                "[{\"collectionType\":[],\"ownerId\":\"A\"}]",
                "[17]",
                "[null]"
            })
    void anEntryThatNamesNobodyIsSkipped(String body) {
        assertThat(read(body)).isEqualTo(new Read(List.of(), 1));
    }

    @Test
    void anEndlessOwnerIdIsSkipped() {
        String body =
                "[{\"collectionType\":\"activities\",\"ownerId\":\"" + "A".repeat(101) + "\"}]";

        assertThat(read(body)).isEqualTo(new Read(List.of(), 1));
    }

    @Test
    void anEmptyBatchIsABatch() {
        assertThat(read("[]")).isEqualTo(new Read(List.of(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "[{]", "[] []", "<html>"})
    void whatIsNoJsonIsToldApart(String body) {
        assertThat(read(body)).isEqualTo(new NotificationBatch.NotJson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "17", "\"text\"", "null"})
    void whatIsNoArrayIsToldApart(String body) {
        assertThat(read(body)).isEqualTo(new NotificationBatch.NotAnArray());
    }
}
