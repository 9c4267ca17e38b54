package io.pulseline.simulator.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Delay;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.util.Optional;

/** Stands before a provider's side and lets calls go wrong as ordered. */
public final class FaultyFace implements Handler {
    private final Handler healthy;
    private final Faults faults;
    private final Mishaps mishaps;
    private final Refusals refusals;

    /** The healthy side, and how it says no. */
    public FaultyFace(Handler healthy, Faults faults, Mishaps mishaps, Refusals refusals) {
        this.healthy = healthy;
        this.faults = faults;
        this.mishaps = mishaps;
        this.refusals = refusals;
    }

    @Override
    public Answer answer(Request request) {
        Optional<Fault> fault = faults.next(request.path()).or(() -> mishaps.next(request.path()));
        return fault.map(struck -> struck(request, struck)).orElseGet(() -> honest(request));
    }

    private Answer struck(Request request, Fault fault) {
        return switch (fault.kind()) {
            case RATE_LIMITED -> refusals.rateLimited();
            case SERVER_ERROR -> refusals.serverError(fault.status());
            case HTML_BODY -> htmlPage(fault.status());
            case MALFORMED_JSON -> honest(request).cutInHalf();
            case EMPTY_BODY ->
                    Answer.of(fault.status(), "application/json;charset=UTF-8", new byte[0]);
            case HANG -> {
                Delay.of(fault.delay());
                yield Answer.silence();
            }
            case SLOW -> {
                Delay.of(fault.delay());
                yield honest(request);
            }
            case ANSWER_LOST -> {
                honest(request);
                yield Answer.silence();
            }
            case HALF_ANSWER -> honest(request).brokenOff();
            case EXPIRED_TOKEN -> refusals.expiredToken(bearer(request));
            case INVALID_TOKEN -> refusals.invalidToken(bearer(request));
            case INSUFFICIENT_SCOPE -> refusals.insufficientScope();
            case CONFLICT -> refusals.conflict();
            case GONE -> refusals.gone();
        };
    }

    private Answer honest(Request request) {
        try {
            return healthy.answer(request);
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private static Answer htmlPage(int status) {
        return Answer.of(
                status,
                "text/html",
                "<html><head><title>Error</title></head><body><h1>Sorry</h1></body></html>"
                        .getBytes(UTF_8));
    }

    private static String bearer(Request request) {
        return request.header("Authorization")
                .map(header -> header.replace("Bearer ", ""))
                .orElse("");
    }
}
