package io.pulseline.pipeline.target.fhir.observation;

import static java.util.Objects.requireNonNull;

/**
 * The URIs under which our own identifiers and codes stand; the operator's choice.
 *
 * @param identifiers of Observations; those of records and of versions lie below it
 * @param localCodes the code system of {@link LocalCode}
 */
public record Systems(String identifiers, String localCodes) {
    public Systems {
        requireNonNull(identifiers, "identifiers is null");
        requireNonNull(localCodes, "localCodes is null");
    }

    /** System of what all Observations of one record have in common, by which they are found. */
    public String records() {
        return identifiers + "/id";
    }

    /** System of one version of one Observation, for servers that cannot update. */
    public String versions() {
        return identifiers + "/version";
    }
}
