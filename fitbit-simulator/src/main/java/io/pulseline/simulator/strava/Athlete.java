package io.pulseline.simulator.strava;

/** Somebody at Strava. */
public record Athlete(long id, String name) {}
