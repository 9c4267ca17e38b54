package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.NamedUuid;
import io.pulseline.pipeline.target.fhir.Document.Written;
import io.pulseline.pipeline.target.fhir.observation.Systems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server must be asked for so that it has one revision of a record and nothing else of it
 * that counts. Asked for twice it changes nothing the second time.
 */
final class Plan {
    private final Systems systems;
    private final String base;

    /**
     * @param base of the server, without a slash at the end
     */
    Plan(Systems systems, String base) {
        this.systems = systems;
        this.base = base;
    }

    /**
     * For a server that updates by identifier: each Observation stands there once. What a former
     * revision had and this one has not is marked as entered in error.
     *
     * @param former what counts at the server; none where that need not be known
     */
    List<Request> updates(List<Written> written, List<ObjectNode> former) {
        Set<String> names = written.stream().map(Written::name).collect(Collectors.toSet());
        Stream<Request> gone =
                former.stream()
                        .filter(one -> !names.contains(Identifiers.of(one, systems.identifiers())))
                        .map(one -> Request.retract(base, one));
        Stream<Request> there =
                written.stream()
                        .map(one ->
                                Request.update(systems.identifiers(), one.name(), one.resource()));
        return Stream.concat(gone, there).toList();
    }

    /**
     * For a server that only creates: every version has an identifier of its own, made of revision
     * and content. Former versions are marked as entered in error, and what stands there already is
     * left alone.
     */
    List<Request> creations(List<Written> written, List<ObjectNode> former, long revision) {
        List<Versioned> wanted = written.stream().map(one -> versioned(one, revision)).toList();
        Set<String> versions = wanted.stream().map(Versioned::version).collect(Collectors.toSet());
        Set<String> standing = new HashSet<>();
        former.forEach(one -> standing.add(Identifiers.of(one, systems.versions())));
        Stream<Request> gone =
                former.stream()
                        .filter(one -> !versions.contains(Identifiers.of(one, systems.versions())))
                        .map(one -> Request.retract(base, one));
        Stream<Request> there =
                wanted.stream()
                        .filter(one -> !standing.contains(one.version()))
                        .map(one ->
                                Request.create(
                                        one.name(),
                                        one.resource(),
                                        systems.versions(),
                                        one.version()));
        return Stream.concat(gone, there).toList();
    }

    private record Versioned(String name, String version, ObjectNode resource) {}

    private Versioned versioned(Written written, long revision) {
        UUID name = UUID.fromString(written.name());
        UUID version = NamedUuid.of(name, "version:" + revision + ":" + written.resource());
        ObjectNode resource = written.resource().deepCopy();
        resource.withArray("identifier")
                .addObject()
                .put("use", "secondary")
                .put("system", systems.versions())
                .put("value", version.toString());
        return new Versioned(written.name(), version.toString(), resource);
    }
}
