package io.pulseline.normalizer.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.normalizer.OneTruth;
import io.pulseline.normalizer.OneTruth.Told;
import io.pulseline.normalizer.record.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps docs/reference/coverage.md true, and every difference between the providers explained. */
class CoverageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "coverage.md");

    /** {@code -Dpulseline.regenerate} writes the page instead of comparing it. */
    private static final boolean REGENERATE = System.getProperty("pulseline.regenerate") != null;

    private static final Map<RecordKind, List<Told>> TRUTHS =
            new EnumMap<>(
                    Map.of(
                            RecordKind.ACTIVITY,
                            List.of(
                                    OneTruth.run(),
                                    FurtherTruths.walkWithATracker(),
                                    FurtherTruths.rideWithAnApp()),
                            RecordKind.HEART_RATE,
                            List.of(OneTruth.hourOfHeartRate()),
                            RecordKind.HEART_RATE_VARIABILITY,
                            List.of(OneTruth.variability()),
                            RecordKind.STEPS,
                            List.of(OneTruth.steps()),
                            RecordKind.RESPIRATORY_RATE,
                            List.of(OneTruth.breathing(), FurtherTruths.breathingInEveryStage()),
                            RecordKind.OXYGEN_SATURATION,
                            List.of(OneTruth.oxygenSaturation()),
                            RecordKind.SLEEP,
                            List.of(OneTruth.night(), FurtherTruths.writtenNap()),
                            RecordKind.DAILY_SUMMARY,
                            List.of(OneTruth.day(), FurtherTruths.dayWithFractions())));

    @Test
    void everyFieldIsGivenByBothAlikeOrIsExplained() {
        assertThat(CoverageMatrix.of(TRUTHS, Notes.all()).problems()).isEmpty();
    }

    @Test
    void thePageSaysWhatTheMappersDo() throws IOException {
        String page = CoveragePage.of(CoverageMatrix.of(TRUTHS, Notes.all()));
        if (REGENERATE) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE)).as(PAGE + "; " + regenerate()).isTrue();
        assertThat(Files.readString(PAGE)).as(regenerate()).isEqualTo(page);
    }

    @Test
    void aFieldThatNoTruthHoldsIsNamed() {
        Map<RecordKind, List<Told>> fewer = new EnumMap<>(TRUTHS);
        fewer.put(RecordKind.RESPIRATORY_RATE, List.of(OneTruth.breathing()));

        assertThat(CoverageMatrix.of(fewer, Notes.all()).problems())
                .anyMatch(problem ->
                        problem.startsWith(
                                "respiratory-rate.remSleepBreathsPerMinute is given by nobody"));
    }

    @Test
    void aDifferenceWithoutANoteIsNamed() {
        assertThat(problemsWithout(RecordKind.SLEEP, "efficiencyPercent"))
                .anyMatch(problem -> problem.startsWith("sleep.efficiencyPercent differs by 3"));
        assertThat(problemsWithout(RecordKind.OXYGEN_SATURATION, "minimumPercent"))
                .anyMatch(problem ->
                        problem.startsWith(
                                "oxygen-saturation.minimumPercent is given by Fitbit alone"));
    }

    @Test
    void aNoteThatIsNotTrueIsNamed() {
        for (Note wrong :
                List.of(
                        Note.apart(1, "w"),
                        Note.workedOut(1, "w"),
                        Note.ownWords("w"),
                        Note.nobody("w"),
                        Note.fitbitAlone("w"),
                        Note.googleAlone("w"))) {
            Map<RecordKind, Map<String, Note>> notes = Notes.all();
            notes.put(
                    RecordKind.DAILY_SUMMARY,
                    with(notes, RecordKind.DAILY_SUMMARY, "restingHeartRateBeatsPerMinute", wrong));

            assertThat(CoverageMatrix.of(TRUTHS, notes).problems())
                    .as(wrong.form().name())
                    .anyMatch(problem ->
                            problem.startsWith(
                                    "daily-summary.restingHeartRateBeatsPerMinute has a note"));
        }
    }

    @Test
    void aNoteOfNoFieldIsNamed() {
        Map<RecordKind, Map<String, Note>> notes = Notes.all();
        notes.put(
                RecordKind.STEPS, with(notes, RecordKind.STEPS, "stepsPerHour", Note.nobody("w")));

        assertThat(CoverageMatrix.of(TRUTHS, notes).problems())
                .containsExactly("steps.stepsPerHour has a note and is no field");
    }

    @Test
    void anEndpointThatNoTruthShowsToBeReadIsNamed() {
        Map<RecordKind, List<Told>> fewer = new EnumMap<>(TRUTHS);
        fewer.put(RecordKind.DAILY_SUMMARY, List.of(FurtherTruths.dayWithFractions()));

        assertThat(CoverageMatrix.of(fewer, Notes.all()).problems())
                .anyMatch(problem ->
                        problem.startsWith("GOOGLE_HEALTH daily-summary: part weight is not read"));
    }

    private static List<String> problemsWithout(RecordKind kind, String path) {
        Map<RecordKind, Map<String, Note>> notes = Notes.all();
        Map<String, Note> fewer = new LinkedHashMap<>(notes.getOrDefault(kind, Map.of()));
        fewer.remove(path);
        notes.put(kind, fewer);
        return CoverageMatrix.of(TRUTHS, notes).problems();
    }

    private static Map<String, Note> with(
            Map<RecordKind, Map<String, Note>> notes, RecordKind kind, String path, Note note) {
        Map<String, Note> more = new LinkedHashMap<>(notes.getOrDefault(kind, Map.of()));
        more.put(path, note);
        return more;
    }

    private static String regenerate() {
        return "run ./mvnw -pl normalizer-service -am test -Dtest=CoverageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dpulseline.regenerate=yes";
    }
}
