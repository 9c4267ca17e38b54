package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.file.Recorded;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static final Path ROOT = Path.of("/archive/root");

    @Test
    void theUsualNameHasDateTypeAndId() {
        assertThat(name(FileNames.USUAL, Recorded.strength()))
                .isEqualTo("2026-06-13_strength_" + Recorded.ID + ".fit");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-13T00:30:00+02:00, 2026-06-13 00-30-00",
        "2026-06-12T23:59:59-09:30, 2026-06-12 23-59-59",
        "2026-10-25T02:30:00+01:00, 2026-10-25 02-30-00",
        "2027-01-01T00:00:00+14:00, 2027-01-01 00-00-00",
    })
    void datesAndTimesAreThoseOfTheRecordsOwnOffset(OffsetDateTime start, String expected) {
        Activity activity = Recorded.bare(ActivityType.RUN, start);

        assertThat(name("{date} {time} {recordId}", activity))
                .isEqualTo(expected + " " + Recorded.ID + ".fit");
    }

    @Test
    void anHourOfHeartRateIsNamedByItsLocalDateAndItsStart() {
        HeartRateSeries hour =
                RecordJson.read(JsonNodeFactory.instance.objectNode(), HeartRateSeries.class);
        hour.setRecordId(Recorded.ID);
        hour.setLocalDate("2026-06-13");
        hour.setStartEpochMillis(Instant.parse("2026-06-12T22:00:00Z").toEpochMilli());
        hour.setStartOffsetSeconds(7200);
        BoostedMetric boosted =
                RecordJson.read(JsonNodeFactory.instance.objectNode(), BoostedMetric.class);
        boosted.setRecordType(RecordType.HEART_RATE);
        boosted.setHeartRate(hour);

        assertThat(
                        FileNames.of(
                                "{year}-{month} {date} {time} {type} {recordId}",
                                new Result.OfMetric(boosted),
                                "csv"))
                .isEqualTo("2026-06 2026-06-13 00-00-00 heart-rate " + Recorded.ID + ".csv");
    }

    @Test
    void titlesLoseWhatNotEverySystemTakes() {
        Activity activity = Recorded.strength();
        activity.setTitle("../../etc/pass\u0000wd: \u202Egnp.<x>|\"?*\\ ");

        assertThat(name("{title} {recordId}", activity))
                .isEqualTo("-..-etc-passwd- gnp.-x------ " + Recorded.ID + ".fit");
    }

    @Test
    void aLongTitleIsCutAndTheIdStaysWhole() {
        Activity activity = Recorded.strength();
        activity.setTitle("🏋".repeat(400));
        String name = name("{date} {title} {title} {recordId}", activity);

        assertThat(name.getBytes(UTF_8).length).isBetween(190, 200);
        assertThat(name).endsWith(" " + Recorded.ID + ".fit").doesNotContain("\uFFFD");
    }

    @Property(tries = 500)
    void noTitleOrTypeLeadsOutOfTheFolder(
            @ForAll @StringLength(max = 300) String title,
            @ForAll @StringLength(max = 80) String type) {
        Activity activity = Recorded.strength();
        activity.setTitle(title);
        activity.setActivityType(type);
        String name = name("{title}{type}_{recordId}", activity);

        assertThat(ROOT.resolve(name).normalize().getParent()).isEqualTo(ROOT);
        assertThat(name.getBytes(UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(name).contains(Recorded.ID).endsWith(".fit").doesNotContain("/", "\\", "\n");
        assertThat(FileNames.isName(name)).isTrue();
        assertThat(name("{title}{type}_{recordId}", activity)).isEqualTo(name);
    }

    @Property(tries = 500)
    void noFolderThatIsTakenLeadsOutOfTheRoot(@ForAll @StringLength(max = 60) String text) {
        if (!text.isEmpty() && FolderPath.complaint(text).isEmpty()) {
            Path folder = ROOT.resolve(String.join("/", FolderPath.of(text).parts()));

            assertThat(folder.normalize()).startsWithRaw(ROOT).isNotEqualTo(ROOT).isEqualTo(folder);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "..",
                "a/..",
                "../a",
                "a/../b",
                "a//b",
                "a/",
                ".",
                "a/.",
                "a\\b",
                "C:",
                "a\u0000b",
                "a\nb",
                "CON",
                "a/nul.txt",
                " a",
                "a.",
                "1/2/3/4/5/6/7/8/9"
            })
    void folders(String refused) {
        assertThat(FolderPath.complaint(refused)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sport", "sport/2026", "Läufe und mehr/2026", "..a", "a..b"})
    void plainFoldersAreTaken(String folder) {
        if (folder.startsWith(".")) {
            assertThat(FolderPath.complaint(folder)).isPresent();
        } else {
            assertThat(FolderPath.complaint(folder)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{date}_{type}, recordId",
        "{recordId}_{weather}, weather",
        "{recordId}/{date}, separators",
        "../{recordId}, separators",
        "{recordId}.{, belongs to no variable",
    })
    void templatesThatCannotName(String template, String why) {
        assertThat(FileNames.complaint(template).orElseThrow()).contains(why);
    }

    @Test
    void aTemplateThatIsTooLongIsRefused() {
        assertThat(FileNames.complaint("ä".repeat(80) + "{recordId}").orElseThrow())
                .contains("200 bytes");
        assertThat(FileNames.complaint(FileNames.USUAL)).isEmpty();
    }

    static Result result(Activity activity) {
        BoostedActivity boosted =
                RecordJson.read(JsonNodeFactory.instance.objectNode(), BoostedActivity.class);
        boosted.setActivity(activity);
        return new Result.OfActivity(boosted);
    }

    private static String name(String template, Activity activity) {
        return FileNames.of(template, result(activity), "fit");
    }
}
