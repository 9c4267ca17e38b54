package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.googlehealth.PointReader.Page;
import io.pulseline.ingest.googlehealth.PointReader.Points;
import io.pulseline.ingest.sync.ListQuestion;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sleeps are told, and which are waited for. */
class GoogleThingsTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 22);
    private static final Instant BROUGHT = Instant.parse("2026-11-11T12:00:00Z");

    private static Listing listed(Instant readAt, String... sleeps) {
        ListQuestion question =
                new ListQuestion(PayloadKind.SLEEP, NIGHT, NIGHT, Set.of(), ZoneHistory.UNKNOWN);
        GoogleDocument document =
                new GoogleDocument("/v4/sleep", 200, "application/json", readAt, new byte[0]);
        List<byte[]> points =
                List.of(sleeps).stream()
                        .map(sleep -> sleep.replace('\'', '"').getBytes(UTF_8))
                        .toList();
        return GoogleThings.listing(
                question, PartKind.SLEEP, new Points(List.of(new Page(document, points)), true));
    }

    /** A night with its end and, behind that, what the case is about. */
    private static String night(String id, String more) {
        return """
        {'name':'users/1/dataTypes/sleep/dataPoints/%s','dataSource':{'recordingMethod':'DERIVED'},
         'sleep':{'interval':{'startTime':'2026-10-21T21:30:00Z','startUtcOffset':'7200s',
         'endTime':'2026-10-22T05:00:00Z','endUtcOffset':'7200s'},
         'createTime':'2026-11-11T12:00:00Z'%s}}\
        """
                .formatted(id, more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'metadata':{'processed':true}",
                ",'summary':{},'metadata':{'processed':false}",
                ",'summary':{},'metadata':{}"
            })
    void aNightThatGoogleIsStillWorkingOnIsWaitedFor(String more) {
        Listing listing = listed(BROUGHT.plusSeconds(60), night("7", more));

        assertThat(listing.things()).isEmpty();
        assertThat(listing.unfinishedFrom()).isEqualTo(NIGHT);
        assertThat(listing.complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'summary':{}",
                ",'summary':{},'metadata':{'processed':true}",
                ",'summary':{},'metadata':{'stagesStatus':'TIMEOUT'}"
            })
    void aNightThatIsWorkedOutIsTold(String more) {
        Listing listing = listed(BROUGHT.plusSeconds(60), night("7", more));

        assertThat(listing.things()).extracting(ListedThing::providerId).containsExactly("7");
        assertThat(listing.unfinishedFrom()).isNull();
        assertThat(listing.complete()).isTrue();
    }

    @Test
    void aSleepThatAPersonWroteDownIsDone() {
        String manual = night("7", ",'summary':{},'metadata':{}").replace("DERIVED", "MANUAL");

        assertThat(listed(BROUGHT, manual).things()).hasSize(1);
    }

    @Test
    void whatGoogleHasNotTouchedForHalfADayIsToldAsItIs() {
        assertThat(listed(BROUGHT.plusSeconds(12 * 3600 - 1), night("7", "")).things()).isEmpty();
        assertThat(listed(BROUGHT.plusSeconds(12 * 3600), night("7", "")).things()).hasSize(1);
    }

    @Test
    void theEarliestNightThatIsWorkedOnIsToldOf() {
        String later =
                night("8", "").replace("10-21T21", "10-22T21").replace("10-22T05", "10-23T05");

        Listing listing = listed(BROUGHT, later, night("7", ""), night("9", ",'summary':{}"));

        assertThat(listing.unfinishedFrom()).isEqualTo(NIGHT);
        assertThat(listing.things()).extracting(ListedThing::providerId).containsExactly("9");
    }

    @Test
    void aSleepThatNobodyEndedIsWaitedForOnlyWhileItIsFresh() {
        String endless = night("7", "").replace("'endTime':'2026-10-22T05:00:00Z',", "");

        Listing fresh = listed(BROUGHT.plusSeconds(60), endless);
        Listing stale = listed(BROUGHT.plusSeconds(12 * 3600), endless);

        assertThat(fresh.unfinishedFrom()).isEqualTo(NIGHT.minusDays(1));
        assertThat(stale.unfinishedFrom()).isNull();
        assertThat(stale.complete()).isFalse();
        assertThat(stale.things()).isEmpty();
    }
}
