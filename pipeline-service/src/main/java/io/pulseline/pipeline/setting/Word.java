package io.pulseline.pipeline.setting;

/** A constant that users choose by a word. */
public interface Word {
    /** As it stands in configurations, for example {@code starts}. */
    String word();
}
