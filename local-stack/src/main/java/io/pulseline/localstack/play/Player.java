package io.pulseline.localstack.play;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Somebody who may log in to the play's services. */
record Player(String name, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 18;

    /** So many of them, with passwords that nobody has to remember. */
    static List<Player> some(int count) {
        List<Player> players = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            byte[] password = new byte[PASSWORD_BYTES];
            RANDOM.nextBytes(password);
            players.add(
                    new Player(
                            String.format(Locale.ROOT, "player-%03d", number),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(password)));
        }
        return List.copyOf(players);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return name;
    }
}
