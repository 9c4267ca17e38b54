package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Maps answers that others recorded with the real mapper. They are not part of this project; the
 * environment variable PULSELINE_RECORDED_ANSWERS (or the system property
 * pulseline.recorded-answers) names a folder of them. Their names begin with the endpoint they come
 * from.
 */
class RecordedAnswersTest {
    /** Which names belong to which document; a name in no row is of a kind not read today. */
    private static final Map<String, Function<String, List<PayloadCaptured>>> READ_TODAY =
            Map.of(
                    "activities-list--*.json", RecordedAnswersTest::logs,
                    "heart-intraday--*.json", RecordedAnswersTest::heartRate,
                    "*.tcx", RecordedAnswersTest::tcx);

    private static final String ERRORS = "*error--*.json";

    private static @Nullable Path folder;

    @BeforeAll
    static void findFolder() {
        String name =
                System.getProperty(
                        "pulseline.recorded-answers",
                        System.getenv().getOrDefault("PULSELINE_RECORDED_ANSWERS", ""));
        assumeTrue(
                !name.isBlank() && Files.isDirectory(Path.of(name)),
                "PULSELINE_RECORDED_ANSWERS names no folder of recorded answers; nothing to map");
        folder = Path.of(name);
    }

    @Test
    void noRecordedAnswerFailsAndNoValueIsMinusOne() throws IOException {
        int mapped = 0;
        for (var row : READ_TODAY.entrySet()) {
            for (Path file : files(row.getKey())) {
                for (PayloadCaptured payload : row.getValue().apply(text(file))) {
                    Activity activity = new FitbitActivities().map(payload).activity();
                    assertThat(numbers(RecordJson.tree(activity, Set.of())))
                            .as(file.toString())
                            .isNotEmpty()
                            .doesNotContain(-1.0);
                    mapped++;
                }
            }
        }
        assertThat(mapped).as("answers mapped from " + folder).isPositive();
    }

    @Test
    void everyHeartRateAnswerAndEveryTcxGivesSamplesOrPoints() throws IOException {
        for (Path file : files("heart-intraday--*.json")) {
            Activity activity =
                    new FitbitActivities().map(heartRate(text(file)).getFirst()).activity();
            assertThat(activity.getHeartRate()).as(file.toString()).isNotNull();
        }
        for (Path file : files("*.tcx")) {
            Activity activity = new FitbitActivities().map(tcx(text(file)).getFirst()).activity();
            assertThat(activity.getLaps()).as(file.toString()).isNotNull();
        }
    }

    @Test
    void everyRecordedErrorIsRecognisedWhereverItTurnsUp() throws IOException {
        List<Path> errors = files(ERRORS);
        assertThat(errors).isNotEmpty();
        for (Path file : errors) {
            String error = text(file);
            for (PayloadCaptured payload :
                    List.of(
                            Payloads.of().log(error).build(),
                            heartRate(error).getFirst(),
                            tcx(error).getFirst())) {
                assertThatThrownBy(() -> new FitbitActivities().map(payload))
                        .as(file.toString())
                        .isInstanceOf(UnmappableException.class);
            }
        }
    }

    private static List<PayloadCaptured> logs(String page) {
        return FitbitDocuments.logsOfPage(page.getBytes(StandardCharsets.UTF_8)).stream()
                .map(log -> Payloads.of().log(new String(log, StandardCharsets.UTF_8)).build())
                .toList();
    }

    /** A whole day of heart rate becomes an activity that lasts that day. */
    private static List<PayloadCaptured> heartRate(String answer) {
        return List.of(
                Payloads.of()
                        .log(
                                "{\"startTime\":\"2020-05-04T00:00:00.000+05:30\",\"duration\":86400000}")
                        .heartRate("2020-05-04", "2020-05-04", "00:00", answer)
                        .build());
    }

    private static List<PayloadCaptured> tcx(String answer) {
        return List.of(
                Payloads.of()
                        .log("{\"startTime\":\"2020-05-04T00:00:00.000Z\"}")
                        .tcx(answer)
                        .build());
    }

    private static List<Path> files(String glob) throws IOException {
        var names = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> names.matches(file.getFileName())).sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " is unreadable", e);
        }
    }

    private static List<Double> numbers(JsonNode json) {
        List<Double> numbers = new ArrayList<>();
        if (json.isNumber()) {
            numbers.add(json.doubleValue());
        }
        json.forEach(child -> numbers.addAll(numbers(child)));
        return numbers;
    }
}
