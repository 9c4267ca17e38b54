package io.pulseline.pipeline.setting;

import java.util.Set;

/** A part that pipelines are made of, as the catalogue tells of it. */
public interface Part {
    /** As pipelines, runs and targets call it, for example {@code type-mapper}. */
    String id();

    /** For people, for example {@code Type Mapper}. */
    String title();

    /** For people, what it does; one or two sentences. */
    String description();

    /** What an activity must have; empty where any will do. */
    Set<Need> needs();

    /** The lowest tier that may use it. */
    Tier tier();

    /** What may be set. */
    Settings settings();
}
