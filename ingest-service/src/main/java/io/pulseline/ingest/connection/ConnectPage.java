package io.pulseline.ingest.connection;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person reads after coming back from the provider.
 *
 * @param status HTTP status
 * @param title in large letters
 * @param text what happened and what to do; our own words only, nothing from the request
 * @param connected what is connected; null where nothing is
 */
record ConnectPage(int status, String title, String text, @Nullable ConnectedAccount connected) {
    static ConnectPage of(ConsentProvider provider, ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(Connection connection) ->
                    new ConnectPage(
                            200,
                            "Connected",
                            "You can close this window.",
                            ConnectedAccount.of(provider, connection));
            case ConnectOutcome.NoSuchAttempt() ->
                    refused(
                            400,
                            "This connect link is used up or older than ten minutes. Please start"
                                    + " again.");
            case ConnectOutcome.Denied(String error) ->
                    error.equals("access_denied")
                            ? refused(
                                    403, "You did not give your consent, so nothing was connected.")
                            : refused(400, "The provider ended the connect flow with an error.");
            case ConnectOutcome.CodeRefused() ->
                    refused(
                            400,
                            "The provider did not accept its own code any more. Please start"
                                    + " again.");
            case ConnectOutcome.BelongsToAnother() ->
                    refused(
                            409,
                            "This account is already connected by another user here. It must be"
                                    + " disconnected there first.");
            case ConnectOutcome.InviteUsedUp() ->
                    refused(
                            410,
                            "This link has been used or has expired. Please ask whoever sent it for"
                                    + " a new one.");
            case ConnectOutcome.InviteOfAnother() ->
                    refused(
                            409,
                            "This link was made for somebody else than the user who is logged in"
                                    + " here. Please log out before you use it.");
            case ConnectOutcome.MovedOn(Connection successor) ->
                    refused(
                            409,
                            "You have moved: your data are read through another connection now, "
                                    + successor.id()
                                    + ". To go back to "
                                    + provider.displayName()
                                    + ", disconnect that one first.");
            case ConnectOutcome.AccountUnusable(String reason) -> refused(409, reason);
            case ConnectOutcome.ProviderGone(String reason) -> refused(410, reason);
            case ConnectOutcome.ProviderUnavailable() ->
                    refused(
                            503,
                            "The provider does not answer at the moment. Please start again in a"
                                    + " few minutes.");
        };
    }

    private static ConnectPage refused(int status, String text) {
        return new ConnectPage(status, "Not connected", text, null);
    }

    String html() {
        return Html.page(
                title,
                Html.paragraph(text)
                        + (connected == null ? "" : connected.html())
                        + "<p><a href=\"/connections\">Your connections</a></p>\n");
    }

    boolean isRefusal() {
        return status >= Response.Status.BAD_REQUEST.getStatusCode();
    }

    /** For programs; a refusal as a problem of RFC 9457. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (isRefusal()) {
            json.put("type", "about:blank");
            json.put("title", Response.Status.fromStatusCode(status).getReasonPhrase());
            json.put("status", status);
            json.put("detail", text);
        } else {
            json.put("title", title);
            json.put("message", text);
        }
        if (connected != null) {
            json.putAll(connected.json());
        }
        return json;
    }
}
