package io.pulseline.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.run.RunFilter;
import io.pulseline.pipeline.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunQuestionTest {
    private static final List<String> TARGETS = List.of("webhook", "kafka");

    @Test
    void withoutParametersItIsTheFirstPageOfActivities() {
        assertThat(RunQuestion.read(Map.of(), TARGETS))
                .isEqualTo(
                        new RunQuestion(
                                new RunFilter(
                                        Set.of("activity"),
                                        Set.of(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                null,
                                50));
    }

    @Test
    void everyFilterIsRead() {
        Map<String, List<String>> parameters =
                Map.of(
                        "status", List.of("FAILED", "PARTIAL", "FAILED"),
                        "activityType", List.of("TREADMILL_RUN"),
                        "target", List.of("webhook"),
                        "from", List.of("2026-11-29T01:00:00+01:00"),
                        "to", List.of("2026-11-30T00:00:00Z"),
                        "text", List.of(" 100% "),
                        "limit", List.of("200"));

        assertThat(RunQuestion.read(parameters, TARGETS))
                .isEqualTo(
                        new RunQuestion(
                                new RunFilter(
                                        Set.of("activity"),
                                        Set.of(RunStatus.FAILED, RunStatus.PARTIAL),
                                        "TREADMILL_RUN",
                                        "webhook",
                                        null,
                                        Instant.parse("2026-11-29T00:00:00Z"),
                                        Instant.parse("2026-11-30T00:00:00Z"),
                                        " 100% "),
                                null,
                                200));
    }

    @Test
    void aTargetMayBeNamedByItsId() {
        UUID id = UUID.randomUUID();

        RunFilter filter =
                RunQuestion.read(Map.of("target", List.of(id.toString())), TARGETS).filter();

        assertThat(filter.target()).isEqualTo(id);
        assertThat(filter.targetType()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit | 0",
                "limit | 201",
                "limit | many",
                "limit | ''",
                "after | nonsense",
                "record | weight",
                "status | synced",
                "status | ''",
                "activityType | run",
                "activityType | ''",
                "target | fax",
                "target | 1-1-1-1-1",
                "from | yesterday",
                "from | 2026-11-29",
                "from | 2026-11-29T00:00:00",
                "from | 2026-11-29T00:00:00 01:00",
                "to | +123456-01-01T00:00:00Z",
                "text | '   '",
                "stauts | FAILED",
            })
    void aWrongParameterIsNamed(String name, String value) {
        assertThat(wrong(Map.of(name, List.of(value)))).containsExactly(name);
    }

    @Test
    void whatPostgresCannotHoldIsRefused() {
        assertThat(wrong(Map.of("text", List.of("a\0b")))).containsExactly("text");
        assertThat(wrong(Map.of("text", List.of("x".repeat(201))))).containsExactly("text");
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        assertThat(
                        wrong(
                                Map.of(
                                        "from", List.of("2026-11-29T00:00:00Z"),
                                        "to", List.of("2026-11-29T00:00:00Z"))))
                .containsExactly("to");
    }

    @Test
    void onlyAStatusMayBeGivenMoreThanOnce() {
        assertThat(wrong(Map.of("text", List.of("a", "b")))).containsExactly("text");
    }

    @Test
    void allWrongParametersAreNamedAtOnce() {
        assertThat(
                        wrong(
                                Map.of(
                                        "limit", List.of("0"),
                                        "status", List.of("no", "never"),
                                        "text", List.of(""))))
                .containsExactlyInAnyOrder("limit", "status", "text");
    }

    private static List<String> wrong(Map<String, List<String>> parameters) {
        InvalidFormException[] refused = new InvalidFormException[1];
        assertThatThrownBy(() -> RunQuestion.read(parameters, TARGETS))
                .isInstanceOfSatisfying(InvalidFormException.class, e -> refused[0] = e);
        return refused[0].errors().stream().map(FieldError::field).toList();
    }
}
