package io.pulseline.simulator.fault;

import io.pulseline.simulator.http.Answer;

/** How a provider says no, in its own words. */
public interface Refusals {
    Answer rateLimited();

    /** An error of that status in the provider's envelope. */
    Answer serverError(int status);

    Answer expiredToken(String token);

    Answer invalidToken(String token);

    Answer insufficientScope();

    Answer conflict();

    Answer gone();
}
