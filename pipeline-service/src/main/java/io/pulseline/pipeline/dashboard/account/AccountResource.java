package io.pulseline.pipeline.dashboard.account;

import io.pulseline.contracts.OpenSets;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.token.Scope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of one's account; what it lists it reads from the API. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
class AccountResource {
    private final Shells shells;
    private final Preferences preferences;
    private final Transactions transactions;

    AccountResource(Shells shells, Preferences preferences, Transactions transactions) {
        this.shells = shells;
        this.preferences = preferences;
        this.transactions = transactions;
    }

    /**
     * What the page shows.
     *
     * @param providers whose measurement may count first
     * @param zones IANA names
     * @param scopes that tokens may have
     */
    public record AccountView(
            Shell shell,
            Preference said,
            List<String> providers,
            List<String> zones,
            List<String> scopes) {
        public AccountView {
            scopes = List.copyOf(scopes);
            providers = List.copyOf(providers);
            zones = List.copyOf(zones);
        }
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance account(AccountView view);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> page() {
        return transactions
                .read(() ->
                        shells.of(Section.ACCOUNT)
                                .chain(shell ->
                                        preferences
                                                .of(shell.user())
                                                .map(said ->
                                                        new AccountView(
                                                                shell,
                                                                said,
                                                                OpenSets.Provider.all(),
                                                                zones(),
                                                                Scope.words()))))
                .map(Templates::account);
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
                .sorted()
                .toList();
    }
}
