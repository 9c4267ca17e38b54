package io.pulseline.normalizer.fitbit;

import java.time.LocalTime;

/** One row of a heart-rate dataset: a time of day, without a date, and beats per minute. */
record HeartRateRow(LocalTime time, double beatsPerMinute) {}
