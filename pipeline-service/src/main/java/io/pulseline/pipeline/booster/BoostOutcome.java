package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.booster.past.Lookup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one booster ended. Only the runner acts on it. */
public sealed interface BoostOutcome {

    /**
     * Something was added.
     *
     * @param title new title; null leaves it
     * @param activityType new type; null leaves it
     * @param description takes the place of the source's description; null leaves it. Texts of
     *     boosters follow it either way
     * @param track takes the place of the source's track; null leaves it
     * @param heartRate takes the place of the source's samples; null leaves them
     * @param text for people, a part of the description; null for none
     * @param values for machines; the unit stands in the name
     * @param images texts of SVG pictures by name, each at most 64 kB
     * @param awaits what it would do better with: where more of it comes later, the activity goes
     *     on from this booster once more; null if nothing
     * @param lookAgainAt ask again then, even if nothing comes: time alone may change the outcome;
     *     null if it does not
     */
    record Added(
            @Nullable String title,
            @Nullable String activityType,
            @Nullable String description,
            @Nullable Track track,
            @Nullable HeartRateSamples heartRate,
            @Nullable String text,
            Map<String, Double> values,
            Map<String, String> images,
            Lookup.@Nullable HeartRate awaits,
            @Nullable Instant lookAgainAt)
            implements BoostOutcome {
        /** Of one image, in UTF-8: they travel in every message about the activity. */
        public static final int LONGEST_IMAGE_BYTES = 64 * 1024;

        public Added {
            // Sorted, so that the same boost gives the same bytes.
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            values.forEach((name, value) -> {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(name + " is not a finite number");
                }
            });
            images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
            images.forEach((name, svg) -> {
                if (svg.getBytes(StandardCharsets.UTF_8).length > LONGEST_IMAGE_BYTES) {
                    throw new IllegalArgumentException(name + " is longer than 64 kB");
                }
            });
        }

        /** Begins with nothing. */
        public static Builder builder() {
            return new Builder();
        }

        /** Puts together what a booster adds; what is not said stays as it is. */
        public static final class Builder {
            private final Map<String, Double> values = new TreeMap<>();
            private final Map<String, String> images = new TreeMap<>();
            private @Nullable String title;
            private @Nullable String activityType;
            private @Nullable String description;
            private @Nullable Track track;
            private @Nullable HeartRateSamples heartRate;
            private Lookup.@Nullable HeartRate awaits;
            private @Nullable String text;
            private @Nullable Instant lookAgainAt;

            private Builder() {}

            public Builder title(@Nullable String newTitle) {
                title = newTitle;
                return this;
            }

            public Builder activityType(@Nullable String newType) {
                activityType = newType;
                return this;
            }

            public Builder description(@Nullable String newDescription) {
                description = newDescription;
                return this;
            }

            public Builder track(@Nullable Track newTrack) {
                track = newTrack;
                return this;
            }

            public Builder heartRate(@Nullable HeartRateSamples newSamples) {
                heartRate = newSamples;
                return this;
            }

            /** More of it may come, and would change the outcome. */
            public Builder awaits(Lookup.@Nullable HeartRate lookup) {
                awaits = lookup;
                return this;
            }

            /** Time alone may change the outcome: ask again then, even if nothing comes. */
            public Builder lookAgainAt(@Nullable Instant when) {
                lookAgainAt = when;
                return this;
            }

            public Builder text(@Nullable String forPeople) {
                text = forPeople;
                return this;
            }

            /** A figure; the unit stands in its name, for example {@code gainMetres}. */
            public Builder value(String name, double value) {
                values.put(name, value);
                return this;
            }

            public Builder values(Map<String, Double> more) {
                values.putAll(more);
                return this;
            }

            /** A picture, as the text of an SVG; at most 64 kB in UTF-8. */
            public Builder image(String name, String svg) {
                images.put(name, svg);
                return this;
            }

            public Added build() {
                return new Added(
                        title,
                        activityType,
                        description,
                        track,
                        heartRate,
                        text,
                        values,
                        images,
                        awaits,
                        lookAgainAt);
            }
        }
    }

    /**
     * Nothing to add, and that is fine.
     *
     * @param awaits as for {@link Added}
     */
    record Skipped(String reason, Lookup.@Nullable HeartRate awaits) implements BoostOutcome {
        public Skipped {
            requireNonNull(reason, "reason is null");
        }

        /** Nothing that may still come would change it. */
        public Skipped(String reason) {
            this(reason, null);
        }
    }

    /**
     * Something needed is not there yet: ask again at {@code when}, or as soon as it comes.
     *
     * @param awaits what is needed: the source is asked for it
     */
    record Later(Instant when, String reason, Lookup.HeartRate awaits) implements BoostOutcome {
        public Later {
            requireNonNull(when, "when is null");
            requireNonNull(reason, "reason is null");
            requireNonNull(awaits, "awaits is null");
        }
    }

    /** The user does not want this activity to go on. */
    record Halted(String reason) implements BoostOutcome {
        public Halted {
            requireNonNull(reason, "reason is null");
        }
    }

    /** It broke; the other boosters and the targets go on without it. */
    record Failed(String reason) implements BoostOutcome {
        public Failed {
            requireNonNull(reason, "reason is null");
        }
    }
}
