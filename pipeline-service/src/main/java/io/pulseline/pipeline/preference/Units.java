package io.pulseline.pipeline.preference;

/** In which units pages show what is kept in SI. */
public enum Units {
    /** Kilometres, metres, kilograms. */
    METRIC,
    /** Miles, feet, pounds. */
    IMPERIAL
}
