package io.pulseline.pipeline.booster.heart;

/**
 * How long the heart was in one zone.
 *
 * @param number from 1; 0 for what lies below the first
 * @param share of the time in all zones, 0 to 1
 */
public record ZoneTime(int number, String name, double seconds, double share) {}
