package io.pulseline.simulator.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The calls of an application's server: token, revoke, introspect. */
public final class TokenEndpoint {
    private final Application application;
    private final Consents consents;
    private final InstantSource clock;
    private final Consumer<String> revoked;

    /**
     * The calls of one application.
     *
     * @param revoked told the user whose tokens the application gave back; must end the tokens
     */
    public TokenEndpoint(
            Application application,
            Consents consents,
            InstantSource clock,
            Consumer<String> revoked) {
        this.application = application;
        this.consents = consents;
        this.clock = clock;
        this.revoked = revoked;
    }

    /** Code for tokens, or refresh token for new tokens. */
    public Answer token(Request request) {
        Parameters form = request.form();
        requireClient(request, form);
        TokenOutcome outcome =
                switch (form.first("grant_type").orElse("")) {
                    case "authorization_code" ->
                            consents.exchange(
                                    required(form, "code"),
                                    form.textOrNull("redirect_uri"),
                                    form.textOrNull("code_verifier"));
                    case "refresh_token" -> consents.refresh(required(form, "refresh_token"));
                    case "" -> throw missing("grant_type");
                    default ->
                            throw new Refused(
                                    FitbitErrors.oauth(
                                            400,
                                            "invalid_request",
                                            "Invalid grant_type parameter value."));
                };
        return switch (outcome) {
            case TokenOutcome.Issued issued -> {
                request.isAbout(issued.pair().userId());
                yield Answer.json(200, document(issued.pair()));
            }
            case TokenOutcome.Invalid invalid ->
                    FitbitErrors.oauth(400, "invalid_grant", invalid.message());
            case TokenOutcome.Conflict _ -> FitbitErrors.conflict();
        };
    }

    /** Ends all tokens of the token's owner for this application. */
    public Answer revoke(Request request) {
        Parameters form = request.form();
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.startsWith("Bearer ")) {
            requireClient(request, form);
        } else if (bearer(request).isEmpty()) {
            return FitbitErrors.invalidToken(authorization.substring("Bearer ".length()));
        }
        String token = required(form, "token");
        Optional<String> owner = consents.owner(token);
        if (owner.isEmpty()) {
            return FitbitErrors.oauth(400, "invalid_request", "Token invalid: " + token + ".");
        }
        request.isAbout(owner.get());
        revoked.accept(owner.get());
        return Answer.empty(200);
    }

    /** Tells about a token; the caller has been authenticated by its bearer token before. */
    public Answer introspect(Request request) {
        String token = required(request.form(), "token");
        Optional<AccessGrant> grant =
                consents.grant(token).filter(known -> !known.isOverAt(clock.instant()));
        if (grant.isEmpty()) {
            return Answer.json(200, Json.object().put("active", false));
        }
        String scopes =
                grant.get().scopes().stream()
                        .sorted()
                        .map(scope -> scope.name() + "=READ_WRITE")
                        .collect(Collectors.joining(", ", "{", "}"));
        return Answer.json(
                200,
                Json.object()
                        .put("active", true)
                        .put("scope", scopes)
                        .put("client_id", application.clientId())
                        .put("user_id", grant.get().userId())
                        .put("token_type", "access_token")
                        .put("exp", grant.get().expiresAt().toEpochMilli())
                        .put("iat", grant.get().issuedAt().toEpochMilli()));
    }

    private Optional<AccessGrant> bearer(Request request) {
        Instant now = clock.instant();
        return request.header("Authorization")
                .map(header -> header.substring("Bearer ".length()))
                .flatMap(consents::grant)
                .filter(grant -> !grant.isOverAt(now));
    }

    private void requireClient(Request request, Parameters form) {
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.startsWith("Basic ")) {
            throw invalidClient(
                    "Invalid authorization header format. The header was not recognized to be a"
                            + " valid header for any of known implementations or a client_id was"
                            + " not specified in case of a public client");
        }
        boolean otherClient =
                form.first("client_id")
                        .filter(id -> !id.equals(application.clientId()))
                        .isPresent();
        if (otherClient || !application.isProvenBy(authorization)) {
            throw invalidClient("Invalid client credentials.");
        }
    }

    private static Refused invalidClient(String message) {
        return new Refused(FitbitErrors.oauth(401, "invalid_client", message));
    }

    private static String required(Parameters form, String name) {
        return form.first(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(name));
    }

    private static Refused missing(String name) {
        return new Refused(
                FitbitErrors.oauth(400, "invalid_request", "Missing parameters: " + name));
    }

    private static ObjectNode document(TokenPair pair) {
        return Json.object()
                .put("access_token", pair.accessToken())
                .put("expires_in", Consents.ACCESS_LIFE.toSeconds())
                .put("refresh_token", pair.refreshToken())
                .put("scope", Scope.joined(pair.scopes()))
                .put("token_type", "Bearer")
                .put("user_id", pair.userId());
    }
}
