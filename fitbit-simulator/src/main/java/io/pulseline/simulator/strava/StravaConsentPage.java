package io.pulseline.simulator.strava;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Html;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Request;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The browser's page on which an athlete allows or denies; by default it allows by itself. */
final class StravaConsentPage {
    static final String PATH = "/strava/oauth/authorize";

    private static final String SOMEBODY = "Somebody";

    private final StravaConsents consents;
    private final Supplier<StravaKnobs> knobs;

    StravaConsentPage(StravaConsents consents, Supplier<StravaKnobs> knobs) {
        this.consents = consents;
        this.knobs = knobs;
    }

    private record Asked(Set<StravaScope> scopes, String redirectUri, @Nullable String state) {}

    /** Allows at once, or shows the page; an error, never a redirect, if the request is wrong. */
    Answer show(Request request) {
        try {
            Asked asked = read(request.query());
            if (knobs.get().asksPeople()) {
                return Answer.html(200, page(request, asked));
            }
            String name = knobs.get().athlete();
            return allowed(
                    asked,
                    name == null ? consents.somebodyNew() : consents.athlete(name),
                    asked.scopes());
        } catch (IllegalArgumentException e) {
            return error(e.getMessage());
        }
    }

    /** Takes the decision: {@code athlete}, {@code scope} (repeated), {@code decision}. */
    Answer decide(Request request) {
        try {
            Asked asked = read(request.query());
            Parameters form = request.form();
            if (form.first("decision").orElse("").equals("deny")) {
                return redirect(asked, "error=access_denied");
            }
            Set<StravaScope> granted = EnumSet.noneOf(StravaScope.class);
            form.all("scope").forEach(ticked -> granted.addAll(StravaScope.parse(ticked)));
            granted.retainAll(asked.scopes());
            String name = form.first("athlete").orElse(SOMEBODY);
            return allowed(asked, consents.athlete(name), granted);
        } catch (IllegalArgumentException e) {
            return error(e.getMessage());
        }
    }

    private Answer allowed(Asked asked, Athlete athlete, Set<StravaScope> scopes) {
        return redirect(
                asked,
                "code="
                        + consents.allow(athlete, scopes)
                        + "&scope="
                        + Parameters.encoded(StravaScope.joined(scopes)));
    }

    private static Asked read(Parameters query) {
        if (!query.first("client_id").orElse("").equals(Strava.CLIENT_ID)) {
            throw new IllegalArgumentException("client_id");
        }
        if (!query.first("response_type").orElse("").equals("code")) {
            throw new IllegalArgumentException("response_type");
        }
        String redirectUri = query.first("redirect_uri").orElse("");
        // Strava compares the host with the callback domain of the application; any one is ours.
        if (URI.create(redirectUri).getHost() == null) {
            throw new IllegalArgumentException("redirect_uri");
        }
        return new Asked(
                StravaScope.parse(query.first("scope").orElse("")),
                redirectUri,
                query.textOrNull("state"));
    }

    private static Answer redirect(Asked asked, String query) {
        String state = asked.state() == null ? "" : Parameters.encoded(asked.state());
        String separator = asked.redirectUri().contains("?") ? "&" : "?";
        return Answer.redirect(asked.redirectUri() + separator + "state=" + state + "&" + query);
    }

    private static Answer error(@Nullable String field) {
        return StravaErrors.badRequest("Authorize", String.valueOf(field), "invalid");
    }

    private static String page(Request request, Asked asked) {
        String boxes =
                asked.scopes().stream()
                        .map(scope ->
                                "<label><input type=\"checkbox\" name=\"scope\" value=\"%1$s\" checked> %1$s</label>"
                                        .formatted(scope.text()))
                        .collect(Collectors.joining("<br>"));
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Simulated Strava: allow access</title></head>
        <body>
        <h1>Simulated Strava</h1>
        <p>Application <code>%s</code> would like to upload your activities. This is a simulator.</p>
        <form method="post" action="%s?%s">
        <p><label>Who are you? <input name="athlete" value="%s" required></label></p>
        <p>%s</p>
        <button name="decision" value="allow">Authorize</button>
        <button name="decision" value="deny" formnovalidate>Cancel</button>
        </form>
        </body></html>
        """
                .formatted(
                        Strava.CLIENT_ID,
                        PATH,
                        Html.escaped(String.valueOf(request.rawQuery())),
                        SOMEBODY,
                        boxes);
    }
}
