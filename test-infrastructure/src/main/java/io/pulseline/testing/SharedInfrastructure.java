package io.pulseline.testing;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Finds or starts the infrastructure of this JVM. Quarkus loads test classes once per application
 * it starts, so a static field would be one of several: what runs is written down in a system
 * property, and found again from there.
 */
final class SharedInfrastructure {
    /** Environment variable that decides between containers and processes. */
    static final String CHOICE = "PULSELINE_TEST_INFRASTRUCTURE";

    private static final String HANDLE = "pulseline.testing.infrastructure";
    private static final String EMBEDDED = "embedded";
    private static final String CONTAINERS = "containers";

    private static @Nullable Infrastructure found;

    private SharedInfrastructure() {}

    static Infrastructure get() {
        // The one lock that all class loaders share.
        synchronized (Runtime.getRuntime()) {
            Infrastructure here = found;
            if (here == null) {
                here = withOwnClasses(SharedInfrastructure::findOrStart);
                found = here;
            }
            return here;
        }
    }

    /**
     * Quarkus may ask from a thread that belongs to another application of this JVM; Kafka's client
     * finds its classes through the thread and would mix those of both.
     */
    private static Infrastructure withOwnClasses(Supplier<Infrastructure> question) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedInfrastructure.class.getClassLoader());
        try {
            return question.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Infrastructure findOrStart() {
        String handle = System.getProperty(HANDLE, "");
        if (!handle.isEmpty()) {
            return wantsContainers()
                    ? ContainerInfrastructure.from(handle)
                    : EmbeddedInfrastructure.from(handle);
        }
        if (wantsContainers()) {
            ContainerInfrastructure started = ContainerInfrastructure.start();
            System.setProperty(HANDLE, started.handle());
            started.setUp();
            return started;
        }
        EmbeddedInfrastructure started = EmbeddedInfrastructure.start();
        System.setProperty(HANDLE, started.handle());
        started.setUp();
        return started;
    }

    private static boolean wantsContainers() {
        @Nullable String choice = System.getenv(CHOICE);
        return switch (choice == null ? "" : choice.toLowerCase(Locale.ROOT)) {
            case EMBEDDED -> false;
            case CONTAINERS -> true;
            case "" -> DockerClientFactory.instance().isDockerAvailable();
            default ->
                    throw new IllegalArgumentException(
                            CHOICE
                                    + " is '"
                                    + choice
                                    + "'; say "
                                    + EMBEDDED
                                    + " or "
                                    + CONTAINERS
                                    + ", or leave it out");
        };
    }
}
