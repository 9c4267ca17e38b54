package io.pulseline.ingest.connection;

import org.jspecify.annotations.Nullable;

/** What the person reads before the provider asks for the consent: what for, and why. */
final class AskPage {
    private AskPage() {}

    /**
     * The page.
     *
     * @param invite the secret of the invite by which its reader came; null: by a login
     */
    static String html(ConsentProvider provider, @Nullable String invite) {
        StringBuilder body = new StringBuilder();
        if (invite != null) {
            body.append(
                    Html.paragraph(
                            "This link was made for one person and can be used once. Go on only if"
                                    + " it was sent to you: the account you choose will be theirs"
                                    + " here."));
        }
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
                                .append(Html.text(provider.nameOf(scope)))
                                .append("</dt>\n<dd>")
                                .append(Html.text(why))
                                .append("</dd>\n"));
        body.append("</dl>\n");
        body.append(
                Html.paragraph(
                        "Pulseline never writes to your account. You can disconnect at any time, and"
                                + " have what was read erased."));
        body.append("<p role=\"note\">")
                .append(Html.text("Pulseline is not a medical device. " + provider.notice()))
                .append("</p>\n")
                .append("<form method=\"post\" action=\"/connect/")
                .append(Html.text(provider.pathName()))
                .append("/start")
                .append(query(invite))
                .append("\">\n<button type=\"submit\">Continue to ")
                .append(Html.text(provider.displayName()))
                .append("</button>\n</form>\n");
        return Html.page("Connect " + provider.displayName(), body.toString());
    }

    private static String query(@Nullable String invite) {
        return invite == null ? "" : "?" + ConnectResource.INVITE + "=" + Html.text(invite);
    }
}
