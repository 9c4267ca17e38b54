package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
    /** Which names are answers of which kind; a name in no row is of a kind not read today. */
    private static final Map<String, String> READ_TODAY =
            Map.ofEntries(
                    Map.entry("activities-list--*.json", PayloadKind.ACTIVITY),
                    Map.entry("heart-intraday--*.json", PayloadKind.HEART_RATE),
                    Map.entry("steps-intraday--*.json", PayloadKind.STEPS),
                    Map.entry("sleep-*.json", PayloadKind.SLEEP),
                    Map.entry("hrv-*.json", PayloadKind.HEART_RATE_VARIABILITY),
                    Map.entry("br-*.json", PayloadKind.RESPIRATORY_RATE),
                    Map.entry("spo2-*.json", PayloadKind.OXYGEN_SATURATION),
                    Map.entry("activities-date--*.json", PayloadKind.DAILY_SUMMARY),
                    Map.entry("heart-timeseries--*.json", PayloadKind.DAILY_SUMMARY),
                    Map.entry("azm-timeseries--*.json", PayloadKind.DAILY_SUMMARY),
                    Map.entry("cardioscore-*.json", PayloadKind.DAILY_SUMMARY),
                    Map.entry("temp-skin-*.json", PayloadKind.DAILY_SUMMARY),
                    Map.entry("body-weight-log--*.json", PayloadKind.DAILY_SUMMARY));

    private static final String ERRORS = "*error--*.json";

    /** What every record has; the rest was read. */
    private static final Set<String> FRAME =
            Set.of(
                    "recordId",
                    "revision",
                    "contentHash",
                    "user",
                    "provenance",
                    "slot",
                    "startEpochMillis",
                    "endEpochMillis",
                    "startOffsetSeconds",
                    "coveredUntilEpochMillis");

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
    void everyRecordedAnswerIsReadSaysSomethingAndNothingIsMinusOne() throws IOException {
        Map<String, Integer> mapped = new TreeMap<>();
        for (var row : READ_TODAY.entrySet()) {
            for (Path file : files(row.getKey())) {
                PayloadMapper mapper = Mapped.mapper(row.getValue());
                List<Double> numbers = new ArrayList<>();
                List<PayloadCaptured> payloads = mapper.payloadsOf(answer(file));
                for (PayloadCaptured payload : payloads) {
                    for (MappedRecord record : mapper.map(payload).records()) {
                        numbers.addAll(numbers(RecordJson.tree(record.record(), FRAME)));
                        mapped.merge(row.getValue(), 1, Integer::sum);
                    }
                }
                assertThat(numbers).as(file.toString()).doesNotContain(-1.0);
                assertThat(numbers.isEmpty()).as(file.toString()).isEqualTo(payloads.isEmpty());
            }
        }
        assertThat(mapped).as("answers mapped from " + folder).isNotEmpty();
    }

    @Test
    void everyTcxGivesLaps() throws IOException {
        for (Path file : files("*.tcx")) {
            Activity activity =
                    Mapped.activity(
                            Payloads.of()
                                    .log("{\"startTime\":\"2020-05-04T00:00:00.000Z\"}")
                                    .tcx(Files.readString(file))
                                    .build());

            assertThat(activity.getLaps()).as(file.toString()).isNotNull();
        }
    }

    @Test
    void everyRecordedErrorIsRecognisedWhereverItTurnsUp() throws IOException {
        List<Path> errors = files(ERRORS);
        assertThat(errors).isNotEmpty();
        for (Path file : errors) {
            for (FitbitAnswer part : FitbitAnswer.values()) {
                PayloadCaptured payload = FitbitRehearsal.of(part.kind());
                payload.setParts(
                        List.of(answer(file).part(part.part(), "/", Files.readAllBytes(file))));

                assertThatThrownBy(() -> Mapped.of(payload))
                        .as(part + " " + file)
                        .isInstanceOf(UnmappableException.class);
            }
        }
    }

    private static Answer answer(Path file) throws IOException {
        return new Answer(
                Files.readAllBytes(file),
                LocalDate.parse("2020-05-04"),
                ZoneId.of("Asia/Kolkata"),
                null,
                "METRIC",
                UUID.fromString(Payloads.USER),
                Instant.parse("2026-05-04T00:00:00Z"));
    }

    private static List<Path> files(String glob) throws IOException {
        var names = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> names.matches(file.getFileName())).sorted().toList();
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
