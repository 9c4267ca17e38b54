package io.pulseline.ingest.stage;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.pulseline.localstack.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.GeneralSecurityException;
import java.util.Map;

/** Settings of the service in tests; the simulator is started by {@link SimulatedFitbit}. */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    /** The whole header, as Google was given it. */
    public static final String GOOGLE_SECRET = "Bearer simulated-webhook-secret";

    public static final String GOOGLE_SECRET_BEFORE = "Basic c2ltdWxhdGVkOmJlZm9yZQ==";

    @Override
    public Map<String, String> start() {
        String simulator = "http://localhost:" + Ports.free();
        int own = Ports.free();
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", Integer.toString(own)),
                Map.entry("pulseline.public-url", "http://localhost:" + own),
                Map.entry("pulseline.encryption.keyset", keyset()),
                Map.entry("pulseline.fitbit.client-id", SimulatedFitbit.CLIENT_ID),
                Map.entry("pulseline.fitbit.client-secret", SimulatedFitbit.CLIENT_SECRET),
                Map.entry("pulseline.fitbit.verification-code", SimulatedFitbit.VERIFICATION_CODE),
                Map.entry("pulseline.fitbit.api-url", simulator),
                Map.entry("pulseline.fitbit.authorize-url", simulator + "/oauth2/authorize"),
                Map.entry("pulseline.google-health.client-id", SimulatedFitbit.GOOGLE_CLIENT_ID),
                Map.entry(
                        "pulseline.google-health.client-secret",
                        SimulatedFitbit.GOOGLE_CLIENT_SECRET),
                Map.entry("pulseline.google-health.api-url", simulator + "/google"),
                Map.entry(
                        "pulseline.google-health.authorize-url",
                        simulator + "/google/o/oauth2/v2/auth"),
                Map.entry("pulseline.google-health.token-url", simulator + "/google/token"),
                Map.entry("pulseline.google-health.revoke-url", simulator + "/google/revoke"),
                Map.entry("pulseline.google-health.webhook-secret", GOOGLE_SECRET),
                Map.entry("pulseline.google-health.previous-webhook-secret", GOOGLE_SECRET_BEFORE),
                Map.entry(
                        "pulseline.google-health.keyset-url",
                        "http://localhost:" + Ports.free() + "/keyset.json"),
                Map.entry("quarkus.security.users.embedded.users.anna", People.PASSWORD),
                Map.entry("quarkus.security.users.embedded.roles.anna", "user"),
                Map.entry("quarkus.security.users.embedded.users.ben", People.PASSWORD),
                Map.entry("quarkus.security.users.embedded.roles.ben", "user"),
                Map.entry("quarkus.security.users.embedded.users.otto", People.PASSWORD),
                Map.entry("quarkus.security.users.embedded.roles.otto", "user,operator"),
                // Tests wait for what comes next, not for a pause to be over.
                Map.entry("ingest.sync.poll", "100ms"),
                Map.entry("ingest.sync.bells-at-once", "1000"),
                Map.entry("ingest.connect.publish-poll", "100ms"),
                Map.entry("ingest.connect.refresh-elsewhere", "100ms"),
                // Who tests history asks for it.
                Map.entry("ingest.backfill.days-on-connect", "0"),
                Map.entry("ingest.backfill.poll", "100ms"),
                Map.entry("ingest.backfill.after-live", "200ms"),
                Map.entry("pulseline.fitbit.answer-within", "3s"));
    }

    private static String keyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key for the test", e);
        }
    }

    @Override
    public void stop() {}
}
