package io.pulseline.pipeline;

import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of the service under test: the shared infrastructure, three users, no waiting. */
public final class ServiceSettings implements QuarkusTestResourceLifecycleManager {
    /** Made for tests; protects nothing. */
    static final String KEYSET =
            """
            {"primaryKeyId":4137160824,"key":[{"keyData":{
            "typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
            "value":"GiCHv96m/VFTZ6w6HX1RSXNTsguLXATbTdcQKBDQzGOITA==",
            "keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":4137160824,
            "outputPrefixType":"TINK"}]}\
            """;

    private Map<String, String> otherwise = Map.of();

    /** Settings that one test wants to be other than here. */
    @Override
    public void init(Map<String, String> settings) {
        otherwise = Map.copyOf(settings);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(Infrastructure.shared().properties());
        settings.put("quarkus.security.users.embedded.users.anna", "run");
        settings.put("quarkus.security.users.embedded.roles.anna", "user");
        settings.put("quarkus.security.users.embedded.users.ben", "walk");
        settings.put("quarkus.security.users.embedded.roles.ben", "user");
        settings.put("quarkus.security.users.embedded.users.cora", "swim");
        settings.put("quarkus.security.users.embedded.roles.cora", "user");
        // Whose pages are looked at: nobody else writes for them.
        for (String reader :
                List.of("nora", "dana", "elsa", "finn", "gwen", "hugo", "iris", "kira", "jona")) {
            settings.put("quarkus.security.users.embedded.users." + reader, "reads");
            settings.put("quarkus.security.users.embedded.roles." + reader, "user");
        }
        settings.put("quarkus.security.users.embedded.users.oskar", "operates");
        settings.put("quarkus.security.users.embedded.roles.oskar", "user,operator");
        settings.put("quarkus.security.users.embedded.users.carla", "cares");
        settings.put("quarkus.security.users.embedded.roles.carla", "care-team");
        settings.put("pulseline.public-url", "https://pulseline.example");
        settings.put("pulseline.encryption.keyset", KEYSET);
        settings.put("pulseline.targets.allow-private-addresses", "true");
        settings.put("pulseline.delivery.retry-delays", "50ms,50ms,50ms");
        settings.put("pulseline.pace.poll", "50ms");
        // Tests that count statements hear of no keeper, and those of keepers call them.
        settings.put("pulseline.pace.keep", "1h");
        settings.putAll(otherwise);
        return settings;
    }

    /** The infrastructure ends with the JVM. */
    @Override
    public void stop() {}
}
