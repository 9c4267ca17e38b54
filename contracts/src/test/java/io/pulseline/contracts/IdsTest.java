package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
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
}
