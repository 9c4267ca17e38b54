package io.pulseline.pipeline.target.fhir;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The URIs of what is ours in FHIR. Once Observations stand at servers they must stay. */
@ConfigMapping(prefix = "pulseline.fhir")
public interface FhirNames {
    /** System of the identifiers of Observations. */
    @WithDefault("https://pulseline.io/fhir/record")
    String identifierSystem();

    /** Our code system, for what has no confirmed standard code. */
    @WithDefault("https://pulseline.io/fhir/CodeSystem/wearable-metric")
    String codeSystem();
}
