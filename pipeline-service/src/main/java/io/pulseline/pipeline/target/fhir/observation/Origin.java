package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.OpenSets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/**
 * Where data of a vendor's cloud come from, as US Core's guidance on writing vital signs wants it:
 * a contained Provenance about the Observation around it.
 */
final class Origin {
    private static final String PARTICIPANTS =
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private Origin() {}

    /** Empty for what came from no cloud, such as a file. */
    static Optional<Provenance> of(
            io.pulseline.contracts.health.Provenance provenance, Instant captured) {
        return switch (provenance.getProvider()) {
            case OpenSets.Provider.FITBIT ->
                    Optional.of(by("Fitbit", "https://api.fitbit.com", captured));
            case OpenSets.Provider.GOOGLE_HEALTH ->
                    Optional.of(by("Google Health API", "https://health.googleapis.com", captured));
            default -> Optional.empty();
        };
    }

    private static Provenance by(String author, String address, Instant captured) {
        Provenance origin = new Provenance();
        origin.setId("origin");
        origin.addTarget(new Reference("#"));
        origin.setRecorded(Date.from(captured));
        origin.addAgent()
                .setType(type("author", "Author"))
                .setWho(
                        new Reference()
                                .setDisplay(author)
                                .setIdentifier(
                                        new Identifier()
                                                .setSystem("urn:ietf:rfc:3986")
                                                .setValue(address)));
        origin.addAgent()
                .setType(type("assembler", "Assembler"))
                .setWho(new Reference().setDisplay("Pulseline"));
        return origin;
    }

    private static CodeableConcept type(String code, String display) {
        return new CodeableConcept().addCoding(new Coding(PARTICIPANTS, code, display));
    }
}
