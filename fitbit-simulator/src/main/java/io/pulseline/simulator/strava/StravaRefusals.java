package io.pulseline.simulator.strava;

import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;

/** Strava's words for what is made to go wrong. */
final class StravaRefusals implements Refusals {
    private final RateWindows windows;

    StravaRefusals(RateWindows windows) {
        this.windows = windows;
    }

    @Override
    public Answer rateLimited() {
        return windows.told(StravaErrors.rateLimited());
    }

    @Override
    public Answer serverError(int status) {
        return StravaErrors.of(status, "Server Error", "Application", "", "error");
    }

    /** Strava does not tell expired from invalid. */
    @Override
    public Answer expiredToken(String token) {
        return StravaErrors.badToken();
    }

    @Override
    public Answer invalidToken(String token) {
        return StravaErrors.badToken();
    }

    @Override
    public Answer insufficientScope() {
        return StravaErrors.scopeMissing(StravaScope.ACTIVITY_WRITE);
    }

    @Override
    public Answer conflict() {
        return StravaErrors.of(409, "Conflict", "Activity", "id", "conflict");
    }

    @Override
    public Answer gone() {
        return StravaErrors.of(410, "Gone", "Application", "", "gone");
    }
}
