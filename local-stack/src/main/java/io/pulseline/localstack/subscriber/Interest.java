package io.pulseline.localstack.subscriber;

/**
 * One data type that a subscriber is told of.
 *
 * @param dataType as Google's paths spell it
 * @param policy {@code AUTOMATIC}: of everybody who allows it; {@code MANUAL}: of those it names
 */
record Interest(String dataType, String policy) {
    static final String AUTOMATIC = "AUTOMATIC";
}
