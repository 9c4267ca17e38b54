package io.pulseline.ingest.connection;

/** What the person reads before the provider asks for the consent: what for, and why. */
final class AskPage {
    private AskPage() {}

    static String html(ConsentProvider provider) {
        StringBuilder body = new StringBuilder();
        body.append(
                Html.paragraph(
                        "Pulseline would like to read the following from your "
                                + provider.displayName()
                                + " account. You may leave out what you do not want to share:"
                                + " everything that does not need it works all the same."));
        body.append("<dl>\n");
        provider.wantedScopes()
                .forEach((scope, why) ->
                        body.append("<dt>")
                                .append(Html.text(scope.replace('_', ' ')))
                                .append("</dt>\n<dd>")
                                .append(Html.text(why))
                                .append("</dd>\n"));
        body.append("</dl>\n");
        body.append(
                Html.paragraph(
                        "Pulseline never writes to your account. You can disconnect at any time, and"
                                + " have what was read erased."));
        body.append("<p role=\"note\">")
                .append(Html.text(provider.notice()))
                .append("</p>\n")
                .append("<form method=\"post\" action=\"/connect/")
                .append(Html.text(provider.pathName()))
                .append("/start\">\n<button type=\"submit\">Continue to ")
                .append(Html.text(provider.displayName()))
                .append("</button>\n</form>\n");
        return Html.page("Connect " + provider.displayName(), body.toString());
    }
}
