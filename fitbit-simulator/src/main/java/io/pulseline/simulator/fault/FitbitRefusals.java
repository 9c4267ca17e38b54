package io.pulseline.simulator.fault;

import io.pulseline.simulator.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Fitbit's words. */
public final class FitbitRefusals implements Refusals {
    private final Switches switches;
    private final InstantSource clock;

    public FitbitRefusals(Switches switches, InstantSource clock) {
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    public Answer rateLimited() {
        Instant now = clock.instant();
        long reset =
                Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                        .toSeconds();
        Answer answer =
                FitbitErrors.tooManyRequests()
                        .with("Fitbit-Rate-Limit-Limit", "" + switches.requestsPerHour())
                        .with("Fitbit-Rate-Limit-Remaining", "0")
                        .with("Fitbit-Rate-Limit-Reset", "" + reset);
        return switches.isOn(Switch.RETRY_AFTER) ? answer.with("Retry-After", "" + reset) : answer;
    }

    @Override
    public Answer serverError(int status) {
        return FitbitErrors.serverError(status);
    }

    @Override
    public Answer expiredToken(String token) {
        return FitbitErrors.expiredToken(token);
    }

    @Override
    public Answer invalidToken(String token) {
        return FitbitErrors.invalidToken(token);
    }

    @Override
    public Answer insufficientScope() {
        return FitbitErrors.insufficientScope("activity");
    }

    @Override
    public Answer conflict() {
        return FitbitErrors.conflict();
    }

    @Override
    public Answer gone() {
        return FitbitErrors.gone();
    }
}
