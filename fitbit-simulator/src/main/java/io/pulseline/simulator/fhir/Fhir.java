package io.pulseline.simulator.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * FHIR servers by name, each below {@code /fhir/{name}}. Every method may be called from any
 * thread.
 */
public final class Fhir implements Handler {
    /** Every path of this side begins with it. */
    public static final String PREFIX = "/fhir/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Map<String, FhirPlace> places = new ConcurrentHashMap<>();
    private final Routes routes = new Routes();

    /** A side without servers. */
    public Fhir() {
        String base = "/fhir/{name}";
        routes.add("POST", base, to(FhirPlace::transaction))
                .add("POST", base + "/", to(FhirPlace::transaction))
                .add("GET", base + "/metadata", to((place, _) -> place.metadata()))
                .add("POST", base + "/token", to(FhirPlace::token))
                .add("GET", base + "/Patient/{id}", to(FhirPlace::patient))
                .add("GET", base + "/Observation", to(FhirPlace::search))
                .add("POST", base + "/Observation", to(FhirPlace::create))
                .add("PUT", base + "/Observation", to(FhirPlace::updateWhere))
                .add("GET", base + "/Observation/{id}", to(FhirPlace::read))
                .add("PUT", base + "/Observation/{id}", to(FhirPlace::update));
    }

    /**
     * Whom a server lets in; everybody if nothing is given.
     *
     * @param token a bearer token
     * @param clientId of a client that gets tokens at {@code /fhir/{name}/token}
     */
    public record Access(
            @Nullable String token,
            @Nullable String userName,
            @Nullable String password,
            @Nullable String clientId,
            @Nullable String clientSecret) {
        /** Everybody. */
        public static final Access OPEN = new Access(null, null, null, null, null);
    }

    /**
     * Sets a server up, or anew without Observations.
     *
     * @param patients ids
     * @throws IllegalArgumentException if the name is none
     */
    public void add(String name, List<String> patients, Access access) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a server's name is 1 to 64 letters, digits, _ or -; not \"" + name + "\"");
        }
        Door door =
                new Door(
                        access.token(),
                        access.userName(),
                        access.password(),
                        access.clientId(),
                        access.clientSecret());
        places.put(name, new FhirPlace(patients, door));
    }

    /**
     * The current versions, in the order in which they came first.
     *
     * @throws IllegalArgumentException if there is no such server
     */
    public List<ObjectNode> observations(String name) {
        FhirPlace place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "FHIR server \"" + name + "\" is not known; POST it to /simulator/fhir");
        }
        return place.observations();
    }

    /** The names of all servers. */
    public List<String> names() {
        return places.keySet().stream().sorted().toList();
    }

    /** How this side says no when a call is made to go wrong. */
    public Refusals refusals() {
        return new FhirAnswers();
    }

    /** No servers any more. */
    public void reset() {
        places.clear();
    }

    @Override
    public Answer answer(Request request) {
        try {
            return routes.answer(request)
                    .orElseGet(() ->
                            FhirAnswers.outcome(404, "not-supported", "No such interaction", ""));
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private Handler to(BiFunction<FhirPlace, Request, Answer> call) {
        return request -> {
            FhirPlace place = places.get(request.pathValue("name"));
            return place == null
                    ? FhirAnswers.outcome(404, "not-found", "No such server", "")
                    : call.apply(place, request);
        };
    }
}
