package io.pulseline.pipeline.booster.heart;

/**
 * One heart-rate zone.
 *
 * @param number from 1; 0 for what lies below the first
 * @param fromBeatsPerMinute inclusive; it ends where the next one begins
 */
public record Zone(int number, String name, double fromBeatsPerMinute) {}
