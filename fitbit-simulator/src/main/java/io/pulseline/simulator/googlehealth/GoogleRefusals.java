package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;

/** Google's words for what is made to go wrong. */
final class GoogleRefusals implements Refusals {
    private final GoogleGate gate;
    private final KnobBoard knobs;

    GoogleRefusals(GoogleGate gate, KnobBoard knobs) {
        this.gate = gate;
        this.knobs = knobs;
    }

    @Override
    public Answer rateLimited() {
        return gate.rateLimited();
    }

    @Override
    public Answer serverError(int status) {
        return GoogleErrors.serverError(status);
    }

    /** Google does not tell expired from invalid. */
    @Override
    public Answer expiredToken(String token) {
        return GoogleErrors.credentialsInvalid();
    }

    @Override
    public Answer invalidToken(String token) {
        return GoogleErrors.credentialsInvalid();
    }

    @Override
    public Answer insufficientScope() {
        return GoogleErrors.scopeMissing(knobs.answers().missingScopeReason());
    }

    @Override
    public Answer conflict() {
        return GoogleErrors.of(409, "ABORTED", "The operation was aborted.", null);
    }

    @Override
    public Answer gone() {
        return GoogleErrors.of(410, "NOT_FOUND", "The API has been turned off.", null);
    }
}
