package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Html;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.oauth.CodeChallenge;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The browser's page on which a simulated person allows or denies (fact sheet section 2). */
final class GoogleConsentPage {
    static final String PATH = "/google/o/oauth2/v2/auth";

    private final GoogleHealthConfig client;
    private final People people;
    private final GoogleConsents consents;

    GoogleConsentPage(GoogleHealthConfig client, People people, GoogleConsents consents) {
        this.client = client;
        this.people = people;
        this.consents = consents;
    }

    /** What a client asks for. */
    private record Asked(
            Set<HealthScope> scopes,
            String redirectUri,
            @Nullable String state,
            @Nullable CodeChallenge challenge,
            boolean offline,
            boolean again,
            boolean withEarlier,
            @Nullable String loginHint) {}

    /** Shows people and scopes; an error page, never a redirect, if the request is wrong. */
    Answer show(Request request) {
        try {
            return Answer.html(200, page(request, read(request.query())));
        } catch (IllegalArgumentException e) {
            return errorPage(e.getMessage());
        }
    }

    /** Takes the decision; the original query may stand in the address or in the form. */
    Answer decide(Request request) {
        try {
            Parameters form = request.form();
            Asked asked = read(request.query().orElse(form));
            return switch (form.first("decision").orElse("")) {
                case "allow" -> allowed(request, form, asked);
                case "deny" -> redirect(asked, "error=access_denied");
                default -> errorPage("invalid_request: decision must be allow or deny");
            };
        } catch (IllegalArgumentException e) {
            return errorPage(e.getMessage());
        }
    }

    private Answer allowed(Request request, Parameters form, Asked asked) {
        String userId = form.first("user").orElse("");
        if (people.find(userId).isEmpty()) {
            return errorPage("invalid_request: user \"" + userId + "\" is not known here");
        }
        Set<HealthScope> granted = EnumSet.noneOf(HealthScope.class);
        form.all("scope").forEach(ticked -> granted.addAll(HealthScope.parse(ticked)));
        granted.retainAll(asked.scopes());
        if (granted.isEmpty()) {
            return redirect(asked, "error=access_denied");
        }
        if (asked.withEarlier()) {
            granted.addAll(consents.liveScopes(userId));
        }
        request.isAbout(userId);
        String code =
                consents.allow(
                        new GoogleConsents.Allowed(
                                userId,
                                granted,
                                asked.redirectUri(),
                                asked.challenge(),
                                asked.offline(),
                                asked.again()));
        return redirect(
                asked,
                "code="
                        + Parameters.encoded(code)
                        + "&scope="
                        + Parameters.encoded(HealthScope.joined(granted)));
    }

    private Asked read(Parameters parameters) {
        String clientId = parameters.textOrNull("client_id");
        require(clientId != null, "invalid_request: Missing required parameter: client_id");
        require(
                client.clientId().equals(clientId),
                "invalid_client: The OAuth client was not found.");
        String redirectUri = parameters.first("redirect_uri").orElse("");
        require(
                !redirectUri.isEmpty(),
                "invalid_request: Missing required parameter: redirect_uri");
        require(client.redirectUris().contains(redirectUri), "redirect_uri_mismatch");
        String type = parameters.first("response_type").orElse("");
        require(!type.isEmpty(), "invalid_request: Missing required parameter: response_type");
        require(type.equals("code"), "unsupported_response_type");
        String scope = String.join(" ", parameters.all("scope"));
        require(!scope.isBlank(), "invalid_request: Missing required parameter: scope");
        String access = parameters.first("access_type").orElse("online");
        require(
                access.equals("online") || access.equals("offline"),
                "invalid_request: Invalid parameter value for access_type: " + access);
        return new Asked(
                HealthScope.parse(scope),
                redirectUri,
                parameters.textOrNull("state"),
                challenge(parameters),
                access.equals("offline"),
                parameters.first("prompt").orElse("").contains("consent"),
                parameters.first("include_granted_scopes").orElse("").equals("true"),
                parameters.textOrNull("login_hint"));
    }

    private static @Nullable CodeChallenge challenge(Parameters parameters) {
        String value = parameters.textOrNull("code_challenge");
        if (value == null) {
            return null;
        }
        String method = parameters.first("code_challenge_method").orElse("plain");
        require(
                method.equals("S256") || method.equals("plain"),
                "invalid_request: Invalid code_challenge_method: " + method);
        require(
                value.matches("[A-Za-z0-9._~-]{43,128}"),
                "invalid_request: Invalid code_challenge");
        return new CodeChallenge(value, method);
    }

    private static Answer redirect(Asked asked, String query) {
        String separator = asked.redirectUri().contains("?") ? "&" : "?";
        String state = asked.state() == null ? "" : "&state=" + Parameters.encoded(asked.state());
        return Answer.redirect(asked.redirectUri() + separator + query + state);
    }

    private String page(Request request, Asked asked) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Simulated Google: allow access</title></head>
        <body>
        <h1>Simulated Google Health</h1>
        <p>Application <code>%s</code> would like to read your data. This is a simulator.</p>
        <form method="post" action="%s?%s">
        <fieldset><legend>Choose an account</legend>
        %s
        </fieldset>
        <fieldset><legend>What may it read?</legend>
        %s
        </fieldset>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Cancel</button>
        </form>
        </body></html>
        """
                .formatted(
                        Html.escaped(client.clientId()),
                        PATH,
                        Html.escaped(String.valueOf(request.rawQuery())),
                        people.all().stream()
                                .map(user -> choice(user, asked.loginHint()))
                                .collect(Collectors.joining("\n")),
                        asked.scopes().stream()
                                .sorted()
                                .map(GoogleConsentPage::tickBox)
                                .collect(Collectors.joining("\n")));
    }

    private static String choice(SimulatedUser user, @Nullable String hint) {
        boolean isMeant = user.id().equals(hint) || user.name().equals(hint);
        return "<label><input type=\"radio\" name=\"user\" value=\"%s\" required%s> %s (%s)</label><br>"
                .formatted(
                        user.id(), isMeant ? " checked" : "", Html.escaped(user.name()), user.id());
    }

    private static String tickBox(HealthScope scope) {
        return "<label><input type=\"checkbox\" name=\"scope\" value=\"%1$s\" checked> %1$s</label><br>"
                .formatted(scope.text());
    }

    private static Answer errorPage(@Nullable String complaint) {
        return Answer.html(
                400,
                "<!doctype html><html lang=\"en\"><head><title>Error 400</title></head><body><h1>Access"
                        + " blocked</h1><p>Error 400: "
                        + Html.escaped(String.valueOf(complaint))
                        + "</p></body></html>");
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
