package io.pulseline.localstack.play;

import io.pulseline.localstack.client.ProviderSide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Through whose API the people of a play are read. */
enum PlayProvider {
    FITBIT("fitbit"),
    GOOGLE_HEALTH("google-health"),
    /** Half of the people move from Fitbit to Google Health; the others stay at one of both. */
    MIXED("mixed");

    private final String word;

    PlayProvider(String word) {
        this.word = word;
    }

    /** As users write it. */
    String word() {
        return word;
    }

    /** The one of that word; empty if there is none. */
    static Optional<PlayProvider> of(String word) {
        return Arrays.stream(values()).filter(provider -> provider.word.equals(word)).findFirst();
    }

    /** All words, for people. */
    static String words() {
        return Arrays.stream(values()).map(PlayProvider::word).collect(Collectors.joining(", "));
    }

    /** Whose requests are counted. */
    List<ProviderSide> sides() {
        return switch (this) {
            case FITBIT -> List.of(ProviderSide.FITBIT);
            case GOOGLE_HEALTH -> List.of(ProviderSide.GOOGLE_HEALTH);
            case MIXED -> List.of(ProviderSide.FITBIT, ProviderSide.GOOGLE_HEALTH);
        };
    }

    /**
     * Who goes which way. In a mixed play every second one moves, and the others are in turns at
     * Fitbit and at Google Health; whose consent ends is at Fitbit, for who has to consent anew
     * does not move.
     */
    List<Journey> journeys(List<Person> people) {
        List<Journey> journeys = new ArrayList<>();
        int turn = 0;
        for (Person person : people) {
            journeys.add(
                    switch (this) {
                        case FITBIT -> Journey.FITBIT;
                        case GOOGLE_HEALTH -> Journey.GOOGLE_HEALTH;
                        case MIXED ->
                                person.losesConsent() ? Journey.FITBIT : Journey.inTurn(turn++);
                    });
        }
        return journeys;
    }
}
