package io.pulseline.simulator.intervals;

import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;

/** The one form of its errors: {@code status} and {@code error}. */
final class IntervalsErrors implements Refusals {

    static Answer of(int status, String error) {
        return Answer.json(status, Json.object().put("status", status).put("error", error));
    }

    static Answer tooMany() {
        return of(429, "Too many requests");
    }

    static Answer invalid(String error) {
        return of(422, error);
    }

    static Answer notFound(String thing) {
        return of(404, thing + " not found");
    }

    @Override
    public Answer rateLimited() {
        return tooMany();
    }

    @Override
    public Answer serverError(int status) {
        return of(status, "Internal Server Error");
    }

    /** Keys do not run out. */
    @Override
    public Answer expiredToken(String token) {
        return of(401, "Unauthorized");
    }

    @Override
    public Answer invalidToken(String token) {
        return of(401, "Unauthorized");
    }

    @Override
    public Answer insufficientScope() {
        return of(403, "Access denied");
    }

    @Override
    public Answer conflict() {
        return of(409, "Conflict");
    }

    @Override
    public Answer gone() {
        return of(410, "Gone");
    }
}
