package io.pulseline.simulator.oauth;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Html;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The browser's page on which a simulated person allows or denies. */
public final class AuthorizePage {
    private static final String FACEBOOK_LEFTOVER = "#_=_";

    private final Application application;
    private final People people;
    private final Consents consents;

    public AuthorizePage(Application application, People people, Consents consents) {
        this.application = application;
        this.people = people;
        this.consents = consents;
    }

    /** Shows people and scopes; an error page, never a redirect, if the request is wrong. */
    public Answer show(Request request) {
        try {
            return Answer.html(
                    200, consentPage(request, AuthorizeRequest.read(request.query(), application)));
        } catch (IllegalArgumentException e) {
            return errorPage(e.getMessage());
        }
    }

    /** Takes the decision; the original query may stand in the address or in the form. */
    public Answer decide(Request request) {
        try {
            Parameters form = request.form();
            Parameters all = request.query().orElse(form);
            AuthorizeRequest asked = AuthorizeRequest.read(all, application);
            return switch (form.first("decision").orElse("")) {
                case "allow" -> allowed(request, form, asked);
                case "deny" -> denied(asked);
                default -> errorPage("invalid_request - decision must be allow or deny");
            };
        } catch (IllegalArgumentException e) {
            return errorPage(e.getMessage());
        }
    }

    private Answer allowed(Request request, Parameters form, AuthorizeRequest asked) {
        String userId = form.first("user").orElse("");
        if (people.find(userId).isEmpty()) {
            return errorPage("invalid_request - user \"" + userId + "\" is not known here");
        }
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        form.all("scope").forEach(ticked -> granted.addAll(Scope.parse(ticked)));
        granted.retainAll(asked.scopes());
        if (granted.isEmpty()) {
            return errorPage("invalid_request - tick at least one of the scopes asked for");
        }
        request.isAbout(userId);
        return redirect(asked, "code=" + consents.allow(asked, userId, granted));
    }

    private static Answer denied(AuthorizeRequest asked) {
        return redirect(
                asked, "error=access_denied&error_description=The+user+denied+the+request.");
    }

    private static Answer redirect(AuthorizeRequest asked, String query) {
        String separator = asked.redirectUri().contains("?") ? "&" : "?";
        String state = asked.state() == null ? "" : "&state=" + Parameters.encoded(asked.state());
        return Answer.redirect(asked.redirectUri() + separator + query + state + FACEBOOK_LEFTOVER);
    }

    private String consentPage(Request request, AuthorizeRequest asked) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Simulated Fitbit: allow access</title></head>
        <body>
        <h1>Simulated Fitbit</h1>
        <p>Application <code>%s</code> would like to read your data. This is a simulator.</p>
        <form method="post" action="/oauth2/authorize?%s">
        <fieldset><legend>Who are you?</legend>
        %s
        </fieldset>
        <fieldset><legend>What may it read?</legend>
        %s
        </fieldset>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
        </form>
        </body></html>
        """
                .formatted(
                        Html.escaped(application.clientId()),
                        Html.escaped(String.valueOf(request.rawQuery())),
                        people.all().stream()
                                .map(AuthorizePage::choice)
                                .collect(Collectors.joining("\n")),
                        asked.scopes().stream()
                                .sorted()
                                .map(AuthorizePage::tickBox)
                                .collect(Collectors.joining("\n")));
    }

    private static String choice(SimulatedUser user) {
        return "<label><input type=\"radio\" name=\"user\" value=\"%s\" required> %s (%s)</label><br>"
                .formatted(user.id(), Html.escaped(user.name()), user.id());
    }

    private static String tickBox(Scope scope) {
        return "<label><input type=\"checkbox\" name=\"scope\" value=\"%1$s\" checked> %1$s</label><br>"
                .formatted(scope.text());
    }

    private static Answer errorPage(@Nullable String complaint) {
        return Answer.html(
                400,
                "<!doctype html><html lang=\"en\"><head><title>Error</title></head><body><h1>Developer"
                        + " information</h1><p>"
                        + Html.escaped(String.valueOf(complaint))
                        + "</p></body></html>");
    }
}
