package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.ProviderSide;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who lives at the simulator.
 *
 * @param owner their id at Fitbit
 * @param firstDate the local date on which this life begins
 * @param specials what is out of the ordinary in this life, as the simulator calls it
 * @param healthUser their id at Google Health; empty where that is not played
 * @param journey where they are connected
 */
record Person(
        String owner,
        LocalDate firstDate,
        Set<String> specials,
        String healthUser,
        Journey journey) {
    private static final String EXPIRED_REFRESH = "expiredRefresh";
    private static final String AWAY_FOR_WEEKS = "lateSync20";

    Person {
        specials = Set.copyOf(specials);
    }

    /** Somebody at Fitbit. */
    Person(String owner, LocalDate firstDate, Set<String> specials) {
        this(owner, firstDate, specials, "", Journey.FITBIT);
    }

    static Person of(JsonNode json) {
        Set<String> specials = new TreeSet<>();
        json.path("special").forEach(special -> specials.add(special.asText()));
        return new Person(
                json.path("userId").asText(),
                LocalDate.parse(json.path("firstDate").asText()),
                specials);
    }

    /** The same, on another journey. */
    Person going(Journey other, String theirHealthUser) {
        return new Person(owner, firstDate, specials, theirHealthUser, other);
    }

    /** Who they are at that provider. */
    String idAt(ProviderSide side) {
        return switch (side) {
            case FITBIT -> owner;
            case GOOGLE_HEALTH -> healthUser;
        };
    }

    /** Whether their refresh token ends during the play. */
    boolean losesConsent() {
        return specials.contains(EXPIRED_REFRESH);
    }

    /** Whether their tracker comes back with weeks of data that are read at once. */
    boolean catchesUp() {
        return specials.contains(AWAY_FOR_WEEKS);
    }
}
