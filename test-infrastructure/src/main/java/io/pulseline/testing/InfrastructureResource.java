package io.pulseline.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the infrastructure of its JVM:
 * {@code @WithTestResource(InfrastructureResource.class)}.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Infrastructure.shared().properties();
    }

    /** The next test class needs it too; it ends with the JVM. */
    @Override
    public void stop() {}
}
