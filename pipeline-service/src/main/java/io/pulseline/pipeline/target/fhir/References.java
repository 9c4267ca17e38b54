package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Observations of one delivery have come to stand, for the panel that names them. */
final class References {
    /** Begins a name that holds within one transaction only. */
    static final String PLACEHOLDER = "urn:uuid:";

    private static final Pattern PLACE =
            Pattern.compile("(?:^|/)(Observation/[A-Za-z0-9.-]{1,64})(?:/_history/[^/]*)?$");

    private final String system;
    private final Map<String, String> places = new HashMap<>();

    /**
     * @param system of the identifiers by which a server finds what it tells no place of
     */
    References(String system) {
        this.system = system;
    }

    /** Notes where an Observation is; a location that says nothing is passed over. */
    void stands(String name, String location) {
        place(location).ifPresent(place -> places.put(name, place));
    }

    /** Type and id of an Observation; empty if it was not told. */
    Optional<String> of(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /** Type and id in a location, absolute or not, with or without a version. */
    static Optional<String> place(String location) {
        Matcher matcher = PLACE.matcher(location);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Points the members of a panel to where they are: by id if it is known, else by identifier.
     *
     * @param together names of what goes in the same transaction: the server itself sees to those
     */
    void settle(ObjectNode observation, Set<String> together) {
        for (JsonNode member : observation.path("hasMember")) {
            String reference = member.path("reference").asText("");
            if (reference.startsWith(PLACEHOLDER)) {
                String name = reference.substring(PLACEHOLDER.length());
                if (!together.contains(name)) {
                    settle((ObjectNode) member, name);
                }
            }
        }
    }

    private void settle(ObjectNode member, String name) {
        String place = places.get(name);
        if (place == null) {
            member.remove("reference");
            member.putObject("identifier").put("system", system).put("value", name);
        } else {
            member.put("reference", place);
        }
    }
}
