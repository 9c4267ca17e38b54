package io.pulseline.pipeline.target.fhir.observation;

import static java.util.Objects.requireNonNull;

/**
 * How the Observations of one target are to look.
 *
 * @param patient whose they are at the server, {@code Patient/<id>}
 * @param heartRateMinutes 1 to 60; of that many minutes one sample is taken, where samples are
 * @param unconfirmedCodes whether codes of LOINC that we saw in one place only stand beside ours
 * @param usCoreProfiles whether an Observation names the profile of US Core that it keeps
 */
public record Style(
        String patient,
        Systems systems,
        HeartRateForm heartRate,
        int heartRateMinutes,
        StepsUnit stepsUnit,
        boolean unconfirmedCodes,
        boolean usCoreProfiles) {
    public Style {
        requireNonNull(patient, "patient is null");
        requireNonNull(systems, "systems is null");
        requireNonNull(heartRate, "heartRate is null");
        requireNonNull(stepsUnit, "stepsUnit is null");
        if (heartRateMinutes < 1 || heartRateMinutes > 60) {
            throw new IllegalArgumentException(
                    "heartRateMinutes is " + heartRateMinutes + "; give 1 to 60");
        }
    }
}
