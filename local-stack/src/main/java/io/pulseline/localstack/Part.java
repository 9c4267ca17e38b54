package io.pulseline.localstack;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of the stack, in the order in which status shows them. */
public enum Part {
    KAFKA("kafka", 9092, 0, ""),
    POSTGRES("postgres", 5433, 0, ""),
    REGISTRY("registry", 8085, 9085, "/health/ready"),
    SIMULATOR("simulator", 8089, 0, "/simulator/health"),
    INGEST("ingest", 8081, 0, "/q/health/ready"),
    NORMALIZER("normalizer", 8082, 0, "/q/health/ready"),
    PIPELINE("pipeline", 8083, 0, "/q/health/ready"),
    PROXY("proxy", 8080, 0, "/proxy/health");

    private final String label;
    private final int port;
    private final int managementPort;
    private final String readiness;

    /**
     * @param managementPort 0 for none
     * @param readiness path that answers 200 at its last port when it is ready; empty where that is
     *     not asked by HTTP
     */
    Part(String label, int port, int managementPort, String readiness) {
        this.label = label;
        this.port = port;
        this.managementPort = managementPort;
        this.readiness = readiness;
    }

    /** What users type and read. */
    public String label() {
        return label;
    }

    /** Where it usually listens on loopback; the one for users first. */
    public List<Integer> ports() {
        return managementPort == 0 ? List.of(port) : List.of(port, managementPort);
    }

    /** The usual one for users. */
    public int port() {
        return port;
    }

    /**
     * Address that answers 200 when it is ready; empty where readiness is not asked by HTTP.
     *
     * @param ports where it listens
     */
    Optional<URI> readiness(List<Integer> ports) {
        return readiness.isEmpty()
                ? Optional.empty()
                : Optional.of(URI.create("http://localhost:" + ports.getLast() + readiness));
    }

    /**
     * The part of that name.
     *
     * @throws IllegalArgumentException naming all there are
     */
    public static Part of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no part '" + label + "'; there are " + labels()));
    }

    private static String labels() {
        return String.join(", ", Arrays.stream(values()).map(Part::label).toList());
    }

    @Override
    public String toString() {
        return label;
    }
}
