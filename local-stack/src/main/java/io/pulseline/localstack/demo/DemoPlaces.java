package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.Simulator;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Where the targets of one demo deliver to: made for it, so that nothing else arrives there.
 *
 * @param name of the webhook's receiver, of the FHIR server, and of the archive's folder
 * @param webhook address of the receiver
 * @param fhir base address of the FHIR server
 * @param athlete id at intervals.icu
 */
record DemoPlaces(
        String name,
        URI webhook,
        String webhookSecret,
        URI fhir,
        String fhirToken,
        String athlete,
        String athleteKey) {
    private static final int SECRET_BYTES = 32;

    /** Makes them all at the simulator. */
    static DemoPlaces make(Simulator simulator) throws Exception {
        String name = "demo-" + UUID.randomUUID();
        String secret = "whsec_" + random(Base64.getEncoder());
        String token = random(Base64.getUrlEncoder().withoutPadding());
        JsonNode athlete = simulator.newAthlete();
        return new DemoPlaces(
                name,
                simulator.newReceiver(name, secret),
                secret,
                simulator.newFhirServer(name, token),
                token,
                athlete.path("athleteId").asText(),
                athlete.path("key").asText());
    }

    private static String random(Base64.Encoder encoder) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return encoder.encodeToString(secret);
    }

    /** Without what opens them. */
    @Override
    public String toString() {
        return "DemoPlaces[" + name + "]";
    }
}
