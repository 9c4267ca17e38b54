package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.RecordType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** These ids stand in other people's databases: a change here is a broken promise. */
class IdsTest {
    private final UUID user = Ids.user(Ids.BUILT_IN_ISSUER, "demo");
    private final UUID record = Ids.record(user, "activity", Ids.thingKey("FITBIT", "90210045113"));

    @Test
    void idsAreTheOnesWeHaveAlwaysGiven() {
        assertThat(
                        List.of(
                                user.toString(),
                                record.toString(),
                                Ids.recordEvent(record, 7).toString(),
                                Ids.delivery(user, record, 7).toString(),
                                Ids.run(user, record).toString()))
                .containsExactly(
                        "c66f712c-8409-56f0-a385-3c74f88795ce",
                        "7f11b65d-7c51-597c-8785-396777aec558",
                        "d5e26959-dac0-529f-8f5f-a3678e1fe7d1",
                        "7114f12b-25cd-5dc7-aa7d-3203150329e3",
                        "908650c2-4815-5486-89de-78f2dce1e239");
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsAnotherPerson() {
        assertThat(Ids.user("https://login.example.org", "demo")).isNotEqualTo(user);
    }

    @Test
    void issuerAndSubjectCannotBeShiftedIntoEachOther() {
        assertThat(Ids.user("https://a", "bc")).isNotEqualTo(Ids.user("https://ab", "c"));
    }

    @Test
    void hoursDatesAndLogsHaveTheIdsWeHaveAlwaysGivenThem() {
        LocalDate clocksGoBack = LocalDate.of(2026, 10, 25);

        assertThat(Ids.slotKey(clocksGoBack, 24)).isEqualTo("2026-10-25/24");
        assertThat(
                        List.of(
                                idOf(RecordType.HEART_RATE, Ids.slotKey(clocksGoBack, 24)),
                                idOf(RecordType.DAILY_SUMMARY, clocksGoBack.toString()),
                                idOf(RecordType.SLEEP, Ids.thingKey("FITBIT", "51234567890"))))
                .containsExactly(
                        "48e0e4f5-a120-5a47-a54e-9546c2500102",
                        "9fd7e1aa-4aaf-53ba-8e3e-dd4ff4c5e54c",
                        "6fdbfffc-706c-5665-ad6f-415601bdf7dc");
    }

    @Property
    void noTwoHoursShareAKeyAndNoneHasThatOfItsDate(
            @ForAll LocalDate date,
            @ForAll @IntRange(max = 24) int slot,
            @ForAll LocalDate otherDate,
            @ForAll @IntRange(max = 24) int otherSlot) {
        boolean same = date.equals(otherDate) && slot == otherSlot;

        assertThat(Ids.slotKey(date, slot).equals(Ids.slotKey(otherDate, otherSlot)))
                .isEqualTo(same);
        assertThat(Ids.slotKey(date, slot)).isNotEqualTo(date.toString());
    }

    private String idOf(String recordType, String key) {
        return Ids.record(user, recordType, key).toString();
    }
}
