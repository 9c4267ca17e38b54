package io.pulseline.normalizer.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Maps answers that others recorded with the real mappers. They are not part of this project; the
 * environment variable PULSELINE_RECORDED_ANSWERS (or the system property
 * pulseline.recorded-answers) names a folder of them.
 */
class GoogleRecordedAnswersTest {
    /** Which names are answers of which kind; a name in no row is of a type not read today. */
    private static final Map<String, String> READ_TODAY =
            Map.ofEntries(
                    Map.entry("ghealth-exercise-list--*.json", PayloadKind.ACTIVITY),
                    Map.entry("ghealth-heart-rate-list--*.json", PayloadKind.HEART_RATE),
                    Map.entry("ghealth-steps-list--*.json", PayloadKind.STEPS),
                    Map.entry("ghealth-sleep-list--*.json", PayloadKind.SLEEP),
                    Map.entry("ghealth-hrv-list--*.json", PayloadKind.HEART_RATE_VARIABILITY),
                    Map.entry("ghealth-oxygen-*-list--*.json", PayloadKind.OXYGEN_SATURATION),
                    Map.entry("ghealth-steps-dailyrollup--*.json", PayloadKind.DAILY_SUMMARY),
                    Map.entry(
                            "ghealth-total-calories-dailyrollup--*.json",
                            PayloadKind.DAILY_SUMMARY),
                    Map.entry("ghealth-daily-*-list--*.json", PayloadKind.DAILY_SUMMARY));

    private static final Set<Oddity> TO_BE_EXPECTED = Set.of(Oddity.SLEEP_UNFINISHED);

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
    void everyRecordedAnswerIsReadWithoutAnythingStrange() throws IOException {
        List<MappedRecord> records = new ArrayList<>();
        for (var row : READ_TODAY.entrySet()) {
            PayloadMapper mapper = GoogleMapped.mapper(row.getValue());
            for (Path file : files(row.getKey())) {
                List<PayloadCaptured> payloads = mapper.payloadsOf(answer(file));
                assertThat(payloads).as(file.toString()).isNotEmpty();
                for (PayloadCaptured payload : payloads) {
                    var mapping = mapper.map(payload);
                    assertThat(mapping.oddities().keySet())
                            .as(file.toString())
                            .isSubsetOf(TO_BE_EXPECTED);
                    records.addAll(mapping.records());
                }
            }
        }
        assertThat(records).as("records mapped from " + folder).isNotEmpty();
    }

    @Test
    void everyRecordedErrorIsRecognisedWhereverItTurnsUp() throws IOException {
        List<Path> errors = files("ghealth-error--*.json");
        assertThat(errors).isNotEmpty();
        for (Path file : errors) {
            for (GoogleAnswer form : GoogleAnswer.values()) {
                PayloadCaptured payload = GoogleRehearsal.of(form.kind());
                payload.setParts(
                        List.of(answer(file).part(form.type(), "/", Files.readAllBytes(file))));

                assertThatThrownBy(() -> GoogleMapped.of(payload))
                        .as(form + " " + file)
                        .isInstanceOf(UnmappableException.class);
            }
        }
    }

    private static Answer answer(Path file) throws IOException {
        return new Answer(
                Files.readAllBytes(file),
                null,
                ZoneId.of("Asia/Kolkata"),
                null,
                "METRIC",
                UUID.fromString(GooglePayloads.USER),
                Instant.parse("2026-11-04T00:00:00Z"));
    }

    private static List<Path> files(String glob) throws IOException {
        var names = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> names.matches(file.getFileName())).sorted().toList();
        }
    }
}
