package io.pulseline.localstack.play;

import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.localstack.client.ProviderSide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every connection as the topic tells it last. */
record ConnectionsSeen(Map<Account, Seen> byAccount) {
    /**
     * Whose data a connection reads.
     *
     * @param provider one of {@code OpenSets.Provider}
     * @param id the person's, there
     */
    record Account(String provider, String id) {
        static Account of(Person person, ProviderSide side) {
            return new Account(side.provider(), person.idAt(side));
        }
    }

    /**
     * One connection.
     *
     * @param user whose it is
     * @param reason for people; empty when all is well
     */
    record Seen(String user, String state, String reason) {
        private static final Seen NOTHING = new Seen("", "no connection", "");
    }

    static ConnectionsSeen read(TopicReading topics, String registry) {
        Map<Account, Seen> byAccount = new LinkedHashMap<>();
        try (AvroCodec<ConnectionChanged> codec =
                new AvroCodec<>(registry, Topics.SOURCE_CONNECTIONS, ConnectionChanged.class)) {
            topics.readAll(
                    List.of(Topics.SOURCE_CONNECTIONS),
                    message -> {
                        if (message.value() != null) {
                            keep(byAccount, codec.decode(message.value()));
                        }
                    });
        }
        return new ConnectionsSeen(byAccount);
    }

    private static void keep(Map<Account, Seen> byAccount, ConnectionChanged connection) {
        String id = connection.getProviderUserId() == null ? "" : connection.getProviderUserId();
        String reason = connection.getReason() == null ? "" : connection.getReason();
        byAccount.put(
                new Account(connection.getProvider(), id),
                new Seen(connection.getUser(), connection.getState(), reason));
    }

    /** The user's id; empty where nobody connected that person. */
    String user(Person person) {
        return seen(person, person.journey().sides().getFirst()).user();
    }

    private Seen seen(Person person, ProviderSide side) {
        return byAccount.getOrDefault(Account.of(person, side), Seen.NOTHING);
    }

    /**
     * What is not as it must be: whose refresh token ended needs to connect again, who moved is
     * connected at Google Health and not at Fitbit any more, everybody else is where they were.
     */
    List<String> mistakes(List<Person> people) {
        List<String> mistakes = new ArrayList<>();
        for (Person person : people) {
            for (ProviderSide side : person.journey().sides()) {
                Seen seen = seen(person, side);
                Set<String> wanted = wanted(person, side);
                if (!wanted.contains(seen.state())) {
                    mistakes.add(mistake(person, side, wanted, seen));
                }
            }
        }
        return mistakes;
    }

    private static Set<String> wanted(Person person, ProviderSide side) {
        if (person.losesConsent()) {
            return Set.of(ConnectionState.NEEDS_REAUTHORIZATION);
        }
        boolean isLeft = side != person.journey().sides().getLast();
        return isLeft
                ? Set.of(ConnectionState.NEEDS_REAUTHORIZATION, ConnectionState.DISCONNECTED)
                : Set.of(ConnectionState.CONNECTED);
    }

    private static String mistake(Person person, ProviderSide side, Set<String> wanted, Seen seen) {
        return "connection of user %s at %s: expected %s, found %s%s"
                .formatted(
                        person.owner(),
                        side.title(),
                        String.join(" or ", wanted.stream().sorted().toList()),
                        seen.state(),
                        seen.reason().isEmpty() ? "" : " (" + seen.reason() + ")");
    }
}
