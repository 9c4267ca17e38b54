package io.pulseline.pipeline.target.fhir.observation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's validator, with the definitions of FHIR R4 and our own code system. */
public final class Validation {
    public static final FhirContext R4 = FhirContext.forR4();

    private static final Map<String, String> VITAL_SIGNS =
            Map.of(
                    "8867-4", "heartrate",
                    "2708-6", "oxygensat",
                    "9279-1", "resprate",
                    "29463-7", "bodyweight",
                    "39156-5", "bmi");

    private final FhirValidator validator;

    /** Reads the definitions, which takes a while. */
    public Validation() {
        PrePopulatedValidationSupport further = new PrePopulatedValidationSupport(R4);
        further.addCodeSystem(ours());
        further.addCodeSystem(
                of("http://hl7.org/fhir/us/core/CodeSystem/us-core-tags", "patient-supplied"));
        further.addCodeSystem(
                of(
                        "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes",
                        "PhysicalActivity",
                        "PAPanel"));
        validator =
                R4.newValidator()
                        .registerValidatorModule(
                                new FhirInstanceValidator(
                                        new ValidationSupportChain(
                                                new DefaultProfileValidationSupport(R4),
                                                further,
                                                new CommonCodeSystemsTerminologyService(R4),
                                                new InMemoryTerminologyServerValidationSupport(
                                                        R4))));
    }

    /**
     * What is wrong, with its place; warnings are left out. Profiles of other guides are not at
     * hand: that one is named is no error.
     */
    public List<String> errors(Resource resource) {
        Resource plain = resource.copy();
        plain.getMeta().setProfile(null);
        String json = R4.newJsonParser().encodeResourceToString(plain);
        ValidationOptions options = new ValidationOptions();
        vitalSigns(plain).forEach(options::addProfile);
        return validator.validateWithResult(json, options).getMessages().stream()
                .filter(found -> found.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .filter(found -> !isAboutPeriods(found.getMessage(), plain))
                .map(found -> found.getLocationString() + ": " + found.getMessage())
                .toList();
    }

    /**
     * The words of vs-1 let a Period be, its expression in FHIR 4.0.1 does not: it asks for the
     * length of the text of a dateTime.
     */
    private static boolean isAboutPeriods(String message, Resource resource) {
        return message.contains("vs-1")
                && resource instanceof Observation observation
                && observation.hasEffectivePeriod();
    }

    /** FHIR itself asks that an Observation with one of these codes keeps that profile. */
    private static Stream<String> vitalSigns(Resource resource) {
        return resource instanceof Observation observation
                ? observation.getCode().getCoding().stream()
                        .map(coding -> VITAL_SIGNS.get(coding.getCode()))
                        .filter(Objects::nonNull)
                        .map(name -> "http://hl7.org/fhir/StructureDefinition/" + name)
                : Stream.empty();
    }

    /** Our code system as it is handed out. */
    static CodeSystem ours() {
        try (InputStream file =
                Objects.requireNonNull(
                        Validation.class.getResourceAsStream(
                                "/fhir/CodeSystem-wearable-metric.json"))) {
            return R4.newJsonParser().parseResource(CodeSystem.class, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code system of a guide that HAPI does not bring. */
    private static CodeSystem of(String url, String... codes) {
        CodeSystem system = new CodeSystem();
        system.setUrl(url);
        system.setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystemContentMode.FRAGMENT);
        for (String code : codes) {
            system.addConcept().setCode(code);
        }
        return system;
    }
}
