package io.pulseline.simulator.strava;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Code or refresh token for tokens, and the way to give them back; credentials in the form. */
final class StravaTokenEndpoint {
    private final StravaConsents consents;
    private final Supplier<StravaKnobs> knobs;
    private final InstantSource clock;

    StravaTokenEndpoint(StravaConsents consents, Supplier<StravaKnobs> knobs, InstantSource clock) {
        this.consents = consents;
        this.knobs = knobs;
        this.clock = clock;
    }

    Answer token(Request request) {
        Parameters form = request.form();
        if (!form.first("client_id").orElse("").equals(Strava.CLIENT_ID)) {
            return StravaErrors.badRequest("Application", "client_id", "invalid");
        }
        if (!form.first("client_secret").orElse("").equals(Strava.CLIENT_SECRET)) {
            return StravaErrors.unauthorized("Application", "", "invalid");
        }
        return switch (form.first("grant_type").orElse("")) {
            case "authorization_code" ->
                    consents.exchange(form.first("code").orElse(""))
                            .map(tokens -> given(request, tokens, true))
                            .orElseGet(() -> invalid("AuthorizationCode", "code"));
            case "refresh_token" ->
                    consents.refresh(form.first("refresh_token").orElse(""))
                            .map(tokens -> given(request, tokens, false))
                            .orElseGet(() -> invalid("RefreshToken", "refresh_token"));
            default -> StravaErrors.badRequest("Application", "grant_type", "invalid");
        };
    }

    /** Ends the consent of the athlete whose access token it is. */
    Answer deauthorize(Request request) {
        String token =
                request.form().first("access_token").orElseGet(() -> StravaGate.token(request));
        Optional<StravaConsents.Allowed> allowed = consents.valid(token);
        allowed.ifPresent(one -> consents.withdraw(one.athlete().id()));
        return allowed.isPresent()
                ? StravaErrors.json(200, Json.object().put("access_token", token))
                : StravaErrors.badToken();
    }

    private Answer invalid(String resource, String field) {
        return knobs.get().standardErrors()
                ? StravaErrors.standard("invalid_grant")
                : StravaErrors.badRequest(resource, field, "invalid");
    }

    private Answer given(Request request, StravaTokens tokens, boolean withAthlete) {
        request.isAbout(Long.toString(tokens.athlete().id()));
        ObjectNode document =
                Json.object()
                        .put("token_type", "Bearer")
                        .put("access_token", tokens.accessToken())
                        .put("expires_at", tokens.expiresAt().getEpochSecond())
                        .put(
                                "expires_in",
                                Duration.between(clock.instant(), tokens.expiresAt()).toSeconds())
                        .put("refresh_token", tokens.refreshToken());
        if (withAthlete) {
            document.set("athlete", StravaGate.document(tokens.athlete()));
        }
        return StravaErrors.json(200, document);
    }
}
