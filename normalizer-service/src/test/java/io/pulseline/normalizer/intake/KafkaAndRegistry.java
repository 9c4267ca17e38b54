package io.pulseline.normalizer.intake;

import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The shared infrastructure for a {@code @QuarkusTest} of this module. */
public final class KafkaAndRegistry implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return infrastructure().properties();
    }

    /** It ends with the JVM. */
    @Override
    public void stop() {}

    /**
     * The infrastructure, asked for with the class loader it was loaded by. With several test
     * resources Quarkus may call from a thread that belongs to another application of this JVM;
     * Kafka's client would then mix the classes of both.
     */
    static Infrastructure infrastructure() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Infrastructure.class.getClassLoader());
        try {
            return Infrastructure.shared();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
