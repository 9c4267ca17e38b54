package io.pulseline.localstack.play;

import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.StepFailedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who connects which provider when, each with the login they always have. */
final class Moves {
    /** Half of those who move read the notice only then, and have connected nothing meanwhile. */
    private static final Duration HESITATION = Duration.ofHours(6);

    private final Simulator simulator;
    private final URI pulseline;
    private final List<Traveller> everybody = new ArrayList<>();
    private final Instant off;
    private boolean isOff;
    private final List<Traveller> waiting = new ArrayList<>();

    /**
     * Somebody and their login.
     *
     * @param at when they connect Google Health, if they move
     */
    private record Traveller(Person person, Player player, Instant at) {
        boolean moves() {
            return person.journey() == Journey.MOVES;
        }
    }

    /**
     * @param off when Fitbit is turned off for those who move
     */
    Moves(
            Simulator simulator,
            URI pulseline,
            List<Person> people,
            List<Player> players,
            Instant off) {
        this.simulator = simulator;
        this.pulseline = pulseline;
        this.off = off;
        if (people.size() != players.size()) {
            throw new StepFailedException(
                    "the simulator made " + people.size() + " lives for " + players.size());
        }
        for (int next = 0; next < people.size(); next++) {
            // Every second one moves, so every fourth hesitates.
            Instant at = next / 2 % 2 == 0 ? off : off.plus(HESITATION);
            everybody.add(new Traveller(people.get(next), players.get(next), at));
        }
        everybody.stream().filter(Traveller::moves).forEach(waiting::add);
    }

    /** Everybody connects where they are at first. */
    void connect() throws Exception {
        for (Traveller one : everybody) {
            connect(one, one.person().journey().sides().getFirst());
        }
    }

    /**
     * Does what is to be done until that moment.
     *
     * @return whether anybody moved, or was left without Fitbit
     */
    boolean until(Instant now) throws Exception {
        if (now.isBefore(off) || waiting.isEmpty()) {
            return false;
        }
        boolean isAnything = !isOff;
        if (!isOff) {
            isOff = true;
            for (Traveller one : waiting) {
                simulator.closesFitbit(one.person().owner());
            }
        }
        for (Traveller one : List.copyOf(waiting)) {
            if (!one.at().isAfter(now)) {
                connect(one, ProviderSide.GOOGLE_HEALTH);
                waiting.remove(one);
                isAnything = true;
            }
        }
        return isAnything;
    }

    private void connect(Traveller one, ProviderSide side) throws Exception {
        Player player = one.player();
        try (Pulseline user = new Pulseline(pulseline, player.name(), player.password())) {
            user.connect(simulator, side, one.person().owner());
        }
    }
}
