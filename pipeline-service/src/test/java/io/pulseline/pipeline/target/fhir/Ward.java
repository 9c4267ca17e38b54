package io.pulseline.pipeline.target.fhir;

import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.jspecify.annotations.Nullable;

/** The Observations of a server in memory, all their versions. */
final class Ward {
    private final Map<Integer, List<Observation>> versions = new TreeMap<>();

    /** How a write ended. */
    record Kept(IdType id, boolean isNew) {}

    /** The current versions, in the order in which they came. */
    synchronized List<Observation> all() {
        return versions.values().stream().map(List::getLast).toList();
    }

    /** Those that count. */
    List<Observation> valid() {
        return all().stream()
                .filter(one -> one.getStatus() != ObservationStatus.ENTEREDINERROR)
                .toList();
    }

    /** How often anything was written that was not there already. */
    synchronized int writes() {
        return versions.values().stream().mapToInt(List::size).sum();
    }

    synchronized Kept create(Observation observation) {
        int id = versions.size() + 1;
        return add(id, observation, true);
    }

    /** Creates it unless the condition finds one; null for none. */
    synchronized Kept create(Observation observation, @Nullable String condition) {
        List<Observation> found = condition == null ? List.of() : found(condition);
        return found.isEmpty()
                ? create(observation)
                : new Kept(onlyOne(found).getIdElement(), false);
    }

    /** Replaces what the condition finds, or creates. */
    synchronized Kept updateWhere(String condition, Observation observation) {
        List<Observation> found = found(condition);
        return found.isEmpty()
                ? create(observation)
                : update(onlyOne(found).getIdElement(), observation);
    }

    synchronized Kept update(IdType id, Observation observation) {
        Observation current = read(id);
        if (current == null) {
            throw new ResourceNotFoundException(id);
        }
        int number = Integer.parseInt(id.getIdPart());
        if (sameContent(current, observation)) {
            return new Kept(current.getIdElement(), false);
        }
        return add(number, observation, false);
    }

    synchronized @Nullable Observation read(IdType id) {
        List<Observation> all = versions.get(Integer.parseInt(id.getIdPart()));
        return all == null ? null : all.getLast();
    }

    List<Observation> withIdentifier(@Nullable String system, String value) {
        Predicate<Observation> has =
                one ->
                        one.getIdentifier().stream()
                                .anyMatch(identifier ->
                                        identifier.getSystem().equals(system)
                                                && identifier.getValue().equals(value));
        return all().stream().filter(has).toList();
    }

    /** A search such as {@code Observation?identifier=system|value}, percent-encoded. */
    private List<Observation> found(String condition) {
        String query = condition.substring(condition.indexOf('?') + 1);
        String token =
                URLDecoder.decode(query.replaceFirst("^identifier=", ""), StandardCharsets.UTF_8);
        int bar = token.indexOf('|');
        return withIdentifier(token.substring(0, bar), token.substring(bar + 1));
    }

    private static Observation onlyOne(List<Observation> found) {
        if (found.size() > 1) {
            throw new PreconditionFailedException("several match");
        }
        return found.getFirst();
    }

    private Kept add(int id, Observation observation, boolean isNew) {
        List<Observation> all = versions.computeIfAbsent(id, _ -> new ArrayList<>());
        Observation copy = observation.copy();
        IdType full =
                new IdType("Observation", Integer.toString(id), Integer.toString(all.size() + 1));
        copy.setId(full);
        copy.getMeta().setVersionId(full.getVersionIdPart());
        all.add(copy);
        return new Kept(full, isNew);
    }

    private static boolean sameContent(Observation one, Observation other) {
        Observation left = one.copy();
        Observation right = other.copy();
        left.setId((String) null);
        right.setId((String) null);
        left.getMeta().setVersionId(null);
        right.getMeta().setVersionId(null);
        return left.equalsDeep(right);
    }
}
