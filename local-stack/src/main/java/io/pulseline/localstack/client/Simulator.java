package io.pulseline.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The controls of the simulator of Fitbit and Google Health, over HTTP. */
public final class Simulator implements AutoCloseable {
    private final URI base;
    private final Http http = Http.anonymous();

    public Simulator(URI base) {
        this.base = base;
    }

    /**
     * A new Fitbit user who lives from yesterday on, and whose tracker has not synced yet: the
     * first sync will bring the last night, whole and in stages.
     *
     * @param firstSyncIn simulated time until then
     */
    public Sleeper newSleeper(ZoneId zone, long seed, Duration firstSyncIn) throws Exception {
        ObjectNode life = Http.JSON.createObjectNode();
        life.put("users", 1).put("days", 2).put("seed", seed).put("special", false);
        life.put("zone", zone.getId()).put("firstSyncInSeconds", firstSyncIn.toSeconds());
        JsonNode user = post("/simulator/lives", life).path("users").path(0);
        return new Sleeper(
                user.path("userId").asText(),
                zone,
                LocalDate.parse(user.path("firstDate").asText()),
                Instant.parse(user.path("firstSync").asText()));
    }

    /** What the simulated clock shows. */
    public Instant now() throws Exception {
        return Instant.parse(get("/simulator/clock").path("now").asText());
    }

    /** Moves time on to this moment, unless it is over; what happens until then has happened. */
    public void movesTo(Instant moment) throws Exception {
        if (moment.isAfter(now())) {
            post("/simulator/clock", Http.JSON.createObjectNode().put("to", moment.toString()));
        }
    }

    /** What a follower of the clock has said that it shows; empty if it does not follow. */
    public Optional<Instant> shownBy(String follower) throws Exception {
        JsonNode shown = get("/simulator/clock/followers").path(follower);
        return shown.isTextual() ? Optional.of(Instant.parse(shown.asText())) : Optional.empty();
    }

    /**
     * How the notifications about a user were answered; 0: not at all.
     *
     * @param providerUserId who they are at that provider
     * @param collection a collection of Fitbit's, or a data type of Google's
     */
    public List<Integer> answersToNotifications(
            ProviderSide side, String providerUserId, String collection) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        String sentBy =
                switch (side) {
                    case FITBIT -> "/simulator/notifications";
                    case GOOGLE_HEALTH -> "/simulator/google/notifications";
                };
        for (JsonNode sent : get(sentBy).path("notifications")) {
            for (JsonNode item : Http.JSON.readTree(sent.path("body").asText())) {
                if (isAbout(side, item, providerUserId, collection)) {
                    statuses.add(sent.path("status").asInt());
                }
            }
        }
        return statuses;
    }

    private static boolean isAbout(
            ProviderSide side, JsonNode item, String providerUserId, String collection) {
        return switch (side) {
            case FITBIT ->
                    providerUserId.equals(item.path("ownerId").asText())
                            && collection.equals(item.path("collectionType").asText());
            case GOOGLE_HEALTH ->
                    providerUserId.equals(item.at("/data/healthUserId").asText())
                            && collection.equals(item.at("/data/dataType").asText());
        };
    }

    /** Who everybody is at a provider, by their id at Fitbit. */
    public Map<String, String> usersAt(ProviderSide side) throws Exception {
        Map<String, String> ids = new LinkedHashMap<>();
        for (JsonNode user : get("/simulator/google/users").path("users")) {
            String fitbitUser = user.path("userId").asText();
            ids.put(
                    fitbitUser,
                    switch (side) {
                        case FITBIT -> fitbitUser;
                        case GOOGLE_HEALTH -> user.path("healthUserId").asText();
                    });
        }
        return ids;
    }

    /** Fitbit's Web API answers 410 for this person from now on. */
    public void closesFitbit(String fitbitUser) throws Exception {
        Http.expect(204, http.delete(base.resolve("/simulator/users/" + fitbitUser + "/fitbit")));
    }

    /** The user does a workout; the simulator knows its truth and notifies Pulseline if wanted. */
    public JsonNode finishesActivity(String user, ObjectNode activity) throws Exception {
        return post("/simulator/users/" + user + "/activities", activity);
    }

    /** A place for webhooks that verifies their signature. */
    public URI newReceiver(String name, String secret) throws Exception {
        ObjectNode receiver = Http.JSON.createObjectNode();
        receiver.put("name", name).put("secret", secret);
        return URI.create(post("/simulator/receivers", receiver).path("url").asText());
    }

    /**
     * A FHIR server with one patient, {@code Patient/1}.
     *
     * @param token the bearer token that it lets in
     */
    public URI newFhirServer(String name, String token) throws Exception {
        ObjectNode server = Http.JSON.createObjectNode().put("name", name).put("token", token);
        return URI.create(post("/simulator/fhir", server).path("url").asText());
    }

    /** What a FHIR server keeps now. */
    public JsonNode observations(String server) throws Exception {
        return get("/simulator/fhir/" + server + "/observations").path("observations");
    }

    /** A new athlete at intervals.icu: {@code athleteId} and {@code key}. */
    public JsonNode newAthlete() throws Exception {
        return post("/simulator/intervals/keys", Http.JSON.createObjectNode());
    }

    /** What a receiver got so far. */
    public JsonNode messages(String receiver) throws Exception {
        return get("/simulator/receivers/" + receiver + "/messages").path("messages");
    }

    /** The consent page's answer: the user allows everything. */
    public URI consents(URI authorizePage, String user) throws Exception {
        StringBuilder form = new StringBuilder("decision=allow&user=").append(user);
        for (String scope : Query.of(authorizePage).value("scope").split(" ", -1)) {
            form.append("&scope=").append(scope);
        }
        var answer = http.postForm(authorizePage, form.toString());
        Http.expect(302, answer);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The answer of a consent page that asks nobody: where the browser is sent back to. */
    public URI consentsAtOnce(URI authorizePage) throws Exception {
        var answer = http.get(authorizePage);
        Http.expect(302, answer);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Any of its controls that only look. */
    public JsonNode get(String path) throws Exception {
        return Http.expect(200, http.get(base.resolve(path)));
    }

    /** A document of one JSON value for each line, read as it is consumed. */
    public Stream<String> lines(String path) throws Exception {
        return http.lines(base.resolve(path));
    }

    /** Any of its controls that change something. */
    public JsonNode post(String path, ObjectNode body) throws Exception {
        var answer = http.postJson(base.resolve(path), body);
        return Http.expect(answer.statusCode() == 201 ? 201 : 200, answer);
    }

    @Override
    public void close() {
        http.close();
    }
}
