package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lives that the simulator invents: what they need from time, and what is true of them. */
final class Lives {
    private final Simulator simulator;

    Lives(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Invents them, in order; each knows where they will be connected. */
    List<Person> begin(PlayOptions options) throws Exception {
        ObjectNode body = Http.JSON.createObjectNode();
        body.put("users", options.users()).put("days", options.days());
        body.put("seed", options.seed()).put("faults", options.faults()).put("special", true);
        body.put("googleHealth", options.provider() != PlayProvider.FITBIT);
        List<Person> people = new ArrayList<>();
        simulator
                .post("/simulator/lives", body)
                .path("users")
                .forEach(person -> people.add(Person.of(person)));
        return sentOff(people, options.provider().journeys(people));
    }

    private List<Person> sentOff(List<Person> people, List<Journey> journeys) throws Exception {
        Map<String, String> healthUsers = simulator.usersAt(ProviderSide.GOOGLE_HEALTH);
        List<Person> sentOff = new ArrayList<>();
        for (int next = 0; next < people.size(); next++) {
            Person person = people.get(next);
            sentOff.add(
                    person.going(journeys.get(next), healthUsers.getOrDefault(person.owner(), "")));
        }
        return sentOff;
    }

    /** When the next thing happens in any life; empty when all lives are over. */
    Optional<Instant> next() throws Exception {
        return instant(simulator.get("/simulator/lives/next").path("next"));
    }

    /** Moves time on to this moment; what happens until then has happened when it returns. */
    void moveTo(Instant moment) throws Exception {
        ObjectNode body = Http.JSON.createObjectNode();
        simulator.post("/simulator/clock", body.put("to", moment.toString()));
    }

    /** What the services that follow the clock show, by the name under which they follow. */
    Map<String, Instant> shown() throws Exception {
        Map<String, Instant> shown = new LinkedHashMap<>();
        simulator
                .get("/simulator/clock/followers")
                .properties()
                .forEach(follower ->
                        instant(follower.getValue())
                                .ifPresent(time -> shown.put(follower.getKey(), time)));
        return shown;
    }

    /** What is on its way: empty, or a text that names it. */
    String inFlight() throws Exception {
        JsonNode busy = simulator.get("/simulator/busy");
        int requests = busy.path("requestsInFlight").asInt();
        int notifications = busy.path("notificationsInFlight").asInt();
        return requests == 0 && notifications == 0
                ? ""
                : requests
                        + " requests to providers and "
                        + notifications
                        + " notifications from them in flight";
    }

    /** How often each fault struck. */
    Map<String, Long> struck() throws Exception {
        Map<String, Long> struck = new LinkedHashMap<>();
        simulator
                .get("/simulator/lives/struck")
                .properties()
                .forEach(fault -> struck.put(fault.getKey(), fault.getValue().asLong()));
        return struck;
    }

    /** How many requests to that provider were spent since the play began. */
    Usage usage(ProviderSide side, Instant start, List<Person> people) throws Exception {
        String account =
                switch (side) {
                    case FITBIT -> "/simulator/usage";
                    case GOOGLE_HEALTH -> "/simulator/google/usage";
                };
        return Usage.of(side, simulator.get(account), start, people);
    }

    /** What must be on the topics now of one person, as a provider tells it; to be closed. */
    Stream<TruthLine> truth(String owner, ProviderSide side) throws Exception {
        return simulator
                .lines("/simulator/truth?owner=" + owner + "&provider=" + side.word())
                .filter(line -> !line.isBlank())
                .map(Lives::line);
    }

    private static TruthLine line(String text) {
        try {
            return TruthLine.of(Http.JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("a line of the truth is no JSON", e);
        }
    }

    private static Optional<Instant> instant(@Nullable JsonNode value) {
        return value == null || !value.isTextual()
                ? Optional.empty()
                : Optional.of(Instant.parse(value.asText()));
    }
}
