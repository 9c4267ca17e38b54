package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Provenance;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What all Observations of one record have in common. */
final class Sheet {
    private static final String TAGS = "http://hl7.org/fhir/us/core/CodeSystem/us-core-tags";

    private final Style style;
    private final UUID record;
    private final Instant captured;
    private final Provenance provenance;

    /**
     * @param record id of the record
     * @param revision of the record; it tells when it was captured
     */
    Sheet(Style style, UUID record, long revision, Provenance provenance) {
        this.style = style;
        this.record = record;
        this.captured = Instant.ofEpochMilli(Revision.capturedEpochMillis(revision));
        this.provenance = provenance;
    }

    Style style() {
        return style;
    }

    /**
     * An Observation with everything but category, time and value.
     *
     * @param part what it is within its record; never changes, for the identifier is made of it
     * @param text what is measured, for people
     * @param codings the same for machines
     */
    Draft draft(String part, String text, Coding... codings) {
        Observation observation = new Observation();
        observation.getMeta().addTag(new Coding(TAGS, "patient-supplied", null));
        observation.addIdentifier(
                new Identifier().setSystem(style.systems().identifiers()).setValue(name(part)));
        observation.addIdentifier(
                new Identifier()
                        .setUse(IdentifierUse.SECONDARY)
                        .setSystem(style.systems().records())
                        .setValue(record.toString()));
        observation.setStatus(ObservationStatus.FINAL);
        observation.setCode(concept(text, codings));
        observation.setSubject(new Reference(style.patient()));
        observation.addPerformer(new Reference(style.patient()));
        observation.setIssued(Date.from(captured));
        Origin.of(provenance, captured).ifPresent(observation::addContained);
        return new Draft(observation, style.usCoreProfiles()).device(device());
    }

    /** The same with a code of ours, and one of LOINC where the user asks for unconfirmed ones. */
    Draft draft(String part, LocalCode ours, Loinc unconfirmed) {
        Stream<Coding> others =
                style.unconfirmedCodes() ? Stream.of(unconfirmed.coding()) : Stream.empty();
        return draft(
                part,
                ours.display(),
                Stream.concat(Stream.of(local(ours)), others).toArray(Coding[]::new));
    }

    /** The same with a code of ours alone. */
    Draft draft(String part, LocalCode ours) {
        return draft(part, ours.display(), local(ours));
    }

    /** The name of a part in this record, the same in every revision. */
    String name(String part) {
        return NamedUuid.of(record, "fhir:" + part).toString();
    }

    Coding local(LocalCode ours) {
        return ours.coding(style.systems());
    }

    static CodeableConcept concept(String text, Coding... codings) {
        CodeableConcept concept = new CodeableConcept().setText(text);
        for (Coding coding : codings) {
            concept.addCoding(coding);
        }
        return concept;
    }

    /** What somebody typed in was measured by no device that we know. */
    private @Nullable String device() {
        return RecordingMethod.MANUAL.equals(provenance.getRecordingMethod())
                ? null
                : provenance.getDeviceName();
    }
}
