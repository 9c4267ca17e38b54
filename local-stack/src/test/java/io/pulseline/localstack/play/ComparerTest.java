package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final String OWNER = "26FWFL";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 27);
    private static final long HOUR = 3_600_000;
    private static final long START = 1_774_746_000_000L;

    private final List<TruthLine> truth =
            new ArrayList<>(List.of(heartRateTruth(3), heartRateTruth(4), sleepTruth()));
    private final List<ObjectNode> heartRate =
            new ArrayList<>(List.of(heartRate("a", 3), heartRate("b", 4)));
    private final List<ObjectNode> sleep = new ArrayList<>(List.of(sleep()));

    private Person person = new Person(OWNER, FIRST, Set.of());

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Http.JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TruthLine heartRateTruth(int slot) {
        ObjectNode line =
                json(
                        """
                        {'recordType':'heart-rate','owner':'26FWFL','localDate':'2026-03-29',
                         'samplingSeconds':1,
                         'heartRate':{'offsetMilliseconds':[0,1000],'beatsPerMinute':[61,62]}}
                        """);
        return TruthLine.of(
                line.put("slot", slot)
                        .put("startEpochMillis", START + slot * HOUR)
                        .put("endEpochMillis", START + (slot + 1) * HOUR));
    }

    private static ObjectNode heartRate(String recordId, int slot) {
        ObjectNode record = ((ObjectNode) heartRateTruth(slot).fields()).deepCopy();
        record.remove(List.of("owner", "recordType"));
        record.putObject("provenance").put("provider", "FITBIT");
        return record.put("recordId", recordId).put("deleted", false).put("user", "u");
    }

    private static TruthLine sleepTruth() {
        return TruthLine.of(
                json(
                        """
                        {'recordType':'sleep','owner':'26FWFL','logId':'39842924697',
                         'localDate':'2026-03-29','efficiencyPercent':96.1,'mainSleep':true,
                         'minutesToFallAsleep':null,'segments':{'stage':['LIGHT','DEEP']}}
                        """));
    }

    private static ObjectNode sleep() {
        return json(
                """
                {'recordId':'s','thingKey':'FITBIT:39842924697','deleted':false,
                 'localDate':'2026-03-29','efficiencyPercent':96.10000000000001,'mainSleep':true,
                 'minutesToFallAsleep':null,'segments':{'stage':['LIGHT','DEEP']},
                 'shortAwakenings':null,'provenance':{'provider':'FITBIT'}}
                """);
    }

    private Map<String, Comparison> compared() {
        Comparer comparer = new Comparer();
        Map<String, Collection<FoundRecord>> found =
                Map.of(RecordType.HEART_RATE, found(heartRate), RecordType.SLEEP, found(sleep));
        comparer.compare(
                OWNER,
                ExpectedRecord.of(ProviderSide.FITBIT, truth.iterator()),
                found,
                new Margins(person));
        return byType(comparer);
    }

    private static Map<String, Comparison> byType(Comparer comparer) {
        return comparer.results().stream()
                .collect(java.util.stream.Collectors.toMap(Comparison::recordType, each -> each));
    }

    private static Collection<FoundRecord> found(List<ObjectNode> records) {
        return records.stream().map(record -> FoundRecord.of((JsonNode) record)).toList();
    }

    private Comparison comparison(String recordType) {
        Comparison comparison = compared().get(recordType);
        assertThat(comparison).isNotNull();
        return java.util.Objects.requireNonNull(comparison);
    }

    private static void assertCounts(
            Comparison comparison,
            long expected,
            long found,
            long missing,
            long doubled,
            long wrong) {
        assertThat(comparison)
                .extracting(
                        Comparison::expected,
                        Comparison::found,
                        Comparison::missing,
                        Comparison::doubled,
                        Comparison::wrong)
                .containsExactly(expected, found, missing, doubled, wrong);
        assertThat(comparison.isRight()).isEqualTo(missing + doubled + wrong == 0);
    }

    @Test
    void recordsThatEqualTheTruthAreRight() {
        assertCounts(comparison(RecordType.HEART_RATE), 2, 2, 0, 0, 0);
        assertCounts(comparison(RecordType.SLEEP), 1, 1, 0, 0, 0);
    }

    @Test
    void aTypeOfWhichNothingIsExpectedAndNothingCameHasItsLine() {
        assertCounts(comparison(RecordType.OXYGEN_SATURATION), 0, 0, 0, 0, 0);
    }

    @Test
    void aDroppedRecordIsMissingAndNamed() {
        heartRate.removeLast();

        Comparison comparison = comparison(RecordType.HEART_RATE);

        assertCounts(comparison, 2, 1, 1, 0, 0);
        assertThat(comparison.differences().getFirst())
                .hasToString("user 26FWFL, 2026-03-29/4: expected a record, found none");
    }

    @Test
    void aRecordUnderASecondIdIsDoubled() {
        heartRate.add(heartRate("c", 4));

        Comparison comparison = comparison(RecordType.HEART_RATE);

        assertCounts(comparison, 2, 3, 0, 1, 0);
        assertThat(comparison.differences().getFirst().found()).contains("recordId c");
    }

    @Test
    void anAlteredValueDeepInsideIsWrongAndNamedWithBothValues() {
        alter(heartRate.getLast(), record -> record.withArray("beatsPerMinute").set(1, 63));

        Comparison comparison = comparison(RecordType.HEART_RATE);

        assertCounts(comparison, 2, 2, 0, 0, 1);
        assertThat(comparison.differences().getFirst())
                .hasToString(
                        "user 26FWFL, 2026-03-29/4, heartRate.beatsPerMinute[1]: expected 62, found"
                                + " 63");
    }

    private static void alter(ObjectNode record, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) record.get("heartRate"));
    }

    @Test
    void aRecordWhoseInstantsAreAnHourLateIsWrong() {
        ObjectNode record = heartRate.getLast();
        record.put("startEpochMillis", record.path("startEpochMillis").asLong() + HOUR);
        record.put("endEpochMillis", record.path("endEpochMillis").asLong() + HOUR);

        assertCounts(comparison(RecordType.HEART_RATE), 2, 2, 0, 0, 1);
    }

    @Test
    void aRecordInTheSlotOfTheNextHourIsMissingInOneAndUnknownInTheOther() {
        heartRate.set(1, heartRate("b", 5));

        assertCounts(comparison(RecordType.HEART_RATE), 2, 2, 1, 1, 0);
    }

    @Test
    void allRecordsAnHourLateAreMissingDoubledOrWrongEach() {
        heartRate.set(0, heartRate("a", 4));
        heartRate.set(1, heartRate("b", 5));

        assertCounts(comparison(RecordType.HEART_RATE), 2, 2, 1, 1, 0);
    }

    @Test
    void aMissingLastSampleIsWrong() {
        alter(heartRate.getFirst(), record -> record.withArray("beatsPerMinute").remove(1));

        assertThat(comparison(RecordType.HEART_RATE).differences().getFirst().field())
                .isEqualTo("heartRate.beatsPerMinute.length");
    }

    @Test
    void absentIsNotZero() {
        sleep.getFirst().put("minutesToFallAsleep", 0);

        Difference difference = comparison(RecordType.SLEEP).differences().getFirst();

        assertThat(difference.expected()).isEqualTo("null");
        assertThat(difference.found()).isEqualTo("0");
    }

    @Test
    void aFieldThatTheRecordLacksIsWrong() {
        sleep.getFirst().remove("mainSleep");

        assertThat(comparison(RecordType.SLEEP).differences().getFirst().found())
                .isEqualTo("nothing");
    }

    @Test
    void aDoubleThatDiffersInMoreThanItsLastDigitsIsWrong() {
        sleep.getFirst().put("efficiencyPercent", 96.100001);

        assertCounts(comparison(RecordType.SLEEP), 1, 1, 0, 0, 1);
    }

    @Test
    void aDeletedRecordCountsAsNoneAndIsMissedOnlyWhereTheTruthHasIt() {
        sleep.getFirst().put("deleted", true);
        heartRate.add(heartRate("c", 9).put("deleted", true));

        assertCounts(comparison(RecordType.SLEEP), 1, 0, 1, 0, 0);
        assertCounts(comparison(RecordType.HEART_RATE), 2, 2, 0, 0, 0);
    }

    @Test
    void whatIsGoneMustNotBeThereAnyMoreButAsDeleted() {
        truth.set(2, gone());
        assertCounts(comparison(RecordType.SLEEP), 0, 1, 0, 1, 0);

        sleep.getFirst().put("deleted", true);
        assertCounts(comparison(RecordType.SLEEP), 0, 0, 0, 0, 0);
    }

    private static TruthLine gone() {
        return TruthLine.of(json("{'recordType':'sleep','logId':'39842924697','deleted':true}"));
    }

    @Test
    void ofSomebodyWhoseConsentEndsMoreMayHaveBeenReadThanMust() {
        person = new Person(OWNER, FIRST, Set.of("expiredRefresh"));
        heartRate.add(heartRate("c", 9));

        assertCounts(comparison(RecordType.HEART_RATE), 2, 2, 0, 0, 0);
    }

    @Test
    void onlyTheFirstThreeDifferencesAreKept() {
        for (int slot = 10; slot < 15; slot++) {
            heartRate.add(heartRate("x" + slot, slot));
        }

        Comparison comparison = comparison(RecordType.HEART_RATE);

        assertThat(comparison.doubled()).isEqualTo(5);
        assertThat(comparison.differences()).hasSize(3);
    }

    @Test
    void aRecordThatAnotherProviderToldIsWrong() {
        toldBy(sleep.getFirst(), "GOOGLE_HEALTH");

        Comparison comparison = comparison(RecordType.SLEEP);

        assertCounts(comparison, 1, 1, 0, 0, 1);
        assertThat(comparison.differences().getFirst())
                .hasToString(
                        "user 26FWFL, log 39842924697, provenance.provider: expected FITBIT, found"
                                + " \"GOOGLE_HEALTH\"");
    }

    @Test
    void aThingUnderAKeyOfAnotherProviderIsWrong() {
        sleep.getFirst().put("thingKey", "GOOGLE_HEALTH:39842924697");

        assertThat(comparison(RecordType.SLEEP).differences().getFirst().field())
                .isEqualTo("thingKey");
    }

    private static void toldBy(ObjectNode record, String provider) {
        record.putObject("provenance").put("provider", provider);
    }

    /** What Google tells of the same: another efficiency. */
    private static TruthLine googleSleepTruth() {
        ObjectNode line = ((ObjectNode) sleepTruth().fields()).deepCopy();
        return TruthLine.of(line.put("efficiencyPercent", 91));
    }

    private Comparison comparedOfMover(String recordType) {
        List<TruthLine> google = List.of(heartRateTruth(3), heartRateTruth(4), googleSleepTruth());
        Comparer comparer = new Comparer();
        comparer.compare(
                OWNER,
                ExpectedRecord.of(
                        Map.of(
                                ProviderSide.FITBIT, truth.iterator(),
                                ProviderSide.GOOGLE_HEALTH, google.iterator())),
                Map.of(RecordType.HEART_RATE, found(heartRate), RecordType.SLEEP, found(sleep)),
                new Margins(person));
        return java.util.Objects.requireNonNull(byType(comparer).get(recordType));
    }

    @Test
    void ofAMoverARecordIsAsTheProviderHasItThatToldItLast() {
        assertCounts(comparedOfMover(RecordType.HEART_RATE), 2, 2, 0, 0, 0);
        assertCounts(comparedOfMover(RecordType.SLEEP), 1, 1, 0, 0, 0);

        toldBy(sleep.getFirst(), "GOOGLE_HEALTH");
        assertCounts(comparedOfMover(RecordType.SLEEP), 1, 1, 0, 0, 1);

        sleep.getFirst().put("efficiencyPercent", 91);
        assertCounts(comparedOfMover(RecordType.SLEEP), 1, 1, 0, 0, 0);
    }

    @Test
    void ofAMoverARecordThatWasDroppedIsMissing() {
        sleep.clear();

        assertCounts(comparedOfMover(RecordType.SLEEP), 1, 0, 1, 0, 0);
    }

    @Test
    void ofAMoverAThingUnderTheKeysOfBothProvidersIsDoubled() {
        ObjectNode again = sleep().put("recordId", "s2").put("efficiencyPercent", 91);
        toldBy(again, "GOOGLE_HEALTH");
        sleep.add(again.put("thingKey", "GOOGLE_HEALTH:39842924697"));

        assertCounts(comparedOfMover(RecordType.SLEEP), 1, 2, 0, 1, 0);
    }

    @Test
    void ofAMoverADateUnderASecondIdIsDoubled() {
        ObjectNode again = heartRate("c", 4);
        toldBy(again, "GOOGLE_HEALTH");
        heartRate.add(again);

        assertCounts(comparedOfMover(RecordType.HEART_RATE), 2, 3, 0, 1, 0);
    }

    @Test
    void ofAMoverAnAlteredOrShiftedRecordIsWrong() {
        alter(heartRate.getFirst(), record -> record.withArray("beatsPerMinute").set(0, 60));
        ObjectNode shifted = heartRate.getLast();
        shifted.put("startEpochMillis", shifted.path("startEpochMillis").asLong() + HOUR);
        toldBy(shifted, "GOOGLE_HEALTH");

        assertCounts(comparedOfMover(RecordType.HEART_RATE), 2, 2, 0, 0, 2);
    }

    @Test
    void ofAMoverWhatIsGoneAtBothMustBeDeletedUnderEitherKey() {
        Comparer comparer = new Comparer();
        comparer.compare(
                OWNER,
                ExpectedRecord.of(
                        Map.of(
                                ProviderSide.FITBIT, List.of(gone()).iterator(),
                                ProviderSide.GOOGLE_HEALTH, List.of(gone()).iterator())),
                Map.of(RecordType.SLEEP, found(sleep)),
                new Margins(person));

        assertCounts(
                java.util.Objects.requireNonNull(byType(comparer).get(RecordType.SLEEP)),
                0,
                1,
                0,
                1,
                0);
    }
}
