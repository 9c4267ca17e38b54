package io.pulseline.pipeline.play;

/** By what way an activity comes. */
public enum Source {
    /** A record on Kafka, as the normalizer writes it. */
    FITBIT("FITBIT"),
    FIT("FILE"),
    TCX("FILE"),
    GPX("FILE"),
    JSON("FILE");

    private final String provider;

    Source(String provider) {
        this.provider = provider;
    }

    /** As records name it. */
    String provider() {
        return provider;
    }
}
