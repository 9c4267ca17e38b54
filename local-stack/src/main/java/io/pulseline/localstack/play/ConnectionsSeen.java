package io.pulseline.localstack.play;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every connection as the topic tells it last.
 *
 * @param byOwner by the person's id at Fitbit
 */
record ConnectionsSeen(Map<String, Seen> byOwner) {
    /**
     * One connection.
     *
     * @param user whose it is
     * @param reason for people; empty when all is well
     */
    record Seen(String user, String state, String reason) {}

    static ConnectionsSeen read(TopicReading topics, String registry) {
        Map<String, Seen> byOwner = new LinkedHashMap<>();
        try (AvroCodec<ConnectionChanged> codec =
                new AvroCodec<>(registry, Topics.SOURCE_CONNECTIONS, ConnectionChanged.class)) {
            topics.readAll(
                    List.of(Topics.SOURCE_CONNECTIONS),
                    message -> {
                        if (message.value() != null) {
                            keep(byOwner, codec.decode(message.value()));
                        }
                    });
        }
        return new ConnectionsSeen(byOwner);
    }

    private static void keep(Map<String, Seen> byOwner, ConnectionChanged connection) {
        String owner = connection.getProviderUserId() == null ? "" : connection.getProviderUserId();
        String reason = connection.getReason() == null ? "" : connection.getReason();
        byOwner.put(owner, new Seen(connection.getUser(), connection.getState(), reason));
    }

    /** The user's id; empty where nobody connected that person. */
    String user(String owner) {
        Seen seen = byOwner.get(owner);
        return seen == null ? "" : seen.user();
    }

    /**
     * What is not as it must be: whose refresh token ended needs to connect again, nobody else
     * does.
     */
    List<String> mistakes(List<Person> people) {
        List<String> mistakes = new ArrayList<>();
        for (Person person : people) {
            String wanted = person.losesConsent() ? "NEEDS_REAUTHORIZATION" : "CONNECTED";
            Seen seen = byOwner.getOrDefault(person.owner(), new Seen("", "no connection", ""));
            if (!wanted.equals(seen.state())) {
                mistakes.add(
                        "connection of user %s: expected %s, found %s%s"
                                .formatted(
                                        person.owner(),
                                        wanted,
                                        seen.state(),
                                        seen.reason().isEmpty() ? "" : " (" + seen.reason() + ")"));
            }
        }
        return mistakes;
    }
}
