package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlayProviderTest {
    private static Person person(String owner, String... specials) {
        return new Person(owner, LocalDate.parse("2026-03-20"), Set.of(specials));
    }

    @Test
    void everybodyIsAtTheOneProvider() {
        List<Person> people = List.of(person("A"), person("B", "expiredRefresh"));

        assertThat(PlayProvider.FITBIT.journeys(people)).containsOnly(Journey.FITBIT);
        assertThat(PlayProvider.GOOGLE_HEALTH.journeys(people)).containsOnly(Journey.GOOGLE_HEALTH);
    }

    @Test
    void inAMixedPlayHalfOfThePeopleMoveAndTheOthersAreAtBoth() {
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            people.add(person("P" + number));
        }

        assertThat(PlayProvider.MIXED.journeys(people))
                .containsExactly(
                        Journey.MOVES,
                        Journey.FITBIT,
                        Journey.MOVES,
                        Journey.GOOGLE_HEALTH,
                        Journey.MOVES,
                        Journey.FITBIT,
                        Journey.MOVES,
                        Journey.GOOGLE_HEALTH);
    }

    @Test
    void whoseConsentEndsDoesNotMove() {
        assertThat(PlayProvider.MIXED.journeys(List.of(person("A", "expiredRefresh"), person("B"))))
                .containsExactly(Journey.FITBIT, Journey.MOVES);
    }

    @Test
    void aWordIsUnderstoodOrNot() {
        assertThat(PlayProvider.of("google-health")).contains(PlayProvider.GOOGLE_HEALTH);
        assertThat(PlayProvider.of("garmin")).isEmpty();
    }
}
