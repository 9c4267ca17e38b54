package io.pulseline.ingest.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPageTest {
    private static List<String> texts(LogPage page) {
        return page.entries().stream().map(log -> new String(log, UTF_8)).toList();
    }

    @Test
    void logsComeOutByteForByte() throws IOException {
        String first =
                "{ \"logId\":47660651413,\n \"activityName\":\"L\u00e4ufe \u2764\", \"x\":[1, {\"y\":1.10}] }";
        String second = "{\"logId\":2}";
        String page =
                "{\"activities\":[ "
                        + first
                        + " ,\n"
                        + second
                        + "],\"pagination\":{\"next\":\"\"}}";

        LogPage logs = LogPage.read(page.getBytes(UTF_8), "activities");

        assertThat(texts(logs)).containsExactly(first, second);
        assertThat(logs.next()).isNull();
    }

    @Test
    void aPageWithoutActivitiesIsEmpty() throws IOException {
        LogPage logs =
                LogPage.read(
                        "{\"pagination\":{\"next\":\"https://api.fitbit.com/x?offset=20\"}}"
                                .getBytes(UTF_8),
                        "activities");

        assertThat(logs.entries()).isEmpty();
        assertThat(logs.next()).isEqualTo("https://api.fitbit.com/x?offset=20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"activities\":{}}",
                "{\"activities\":[{\"logId\":1}",
                "{\"activities\":[{\"logId\":1}]",
                "<html>502 Bad Gateway</html>"
            })
    void aPageThatIsCutOrForeignIsRefused(String page) {
        assertThatThrownBy(() -> LogPage.read(page.getBytes(UTF_8), "activities"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theFieldsThatDecideAreRead() {
        ActivityLog log =
                ActivityLog.read(
                                """
                                {"logId":18446744073709551615,"startTime":"2017-01-01T04:14:06.000Z","duration":60000,
                                 "heartRateLink":"https://x","tcxLink":"https://y"}
                                """
                                        .getBytes(UTF_8))
                        .orElseThrow();

        assertThat(log.logId()).isEqualTo("18446744073709551615");
        assertThat(log.duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(log.promised(Set.of("heartrate", "location")))
                .containsExactly("heart-rate", "tcx");
        assertThat(log.promised(Set.of("heartrate"))).containsExactly("heart-rate");
        assertThat(log.inProgress()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"startTime\":\"2017-01-01T04:14:06.000Z\",\"duration\":1}",
                "{\"logId\":1,\"duration\":1}",
                "{\"logId\":1,\"startTime\":\"yesterday\",\"duration\":1}",
                "{\"logId\":1,\"startTime\":\"2017-01-01T04:14:06.000Z\"}",
                "{\"logId\":1,\"startTime\":\"2017-01-01T04:14:06.000Z\",\"duration\":-1}",
                "{\"logId\":\"../1\",\"startTime\":\"2017-01-01T04:14:06.000Z\",\"duration\":1}"
            })
    void aLogWithoutIdStartOrDurationIsNone(String log) {
        assertThat(ActivityLog.read(log.getBytes(UTF_8))).isEmpty();
    }
}
