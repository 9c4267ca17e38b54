package io.pulseline.simulator.http;

/** Answers a call. May throw {@link Refused}; anything else thrown becomes 500. */
@FunctionalInterface
public interface Handler {
    Answer answer(Request request);
}
