package io.pulseline.pipeline.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.contracts.OpenSets;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user's own preferences. */
@Path("/api/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "preferences")
class PreferencesResource {
    private static final Setting<Optional<String>> PREFERRED_PROVIDER =
            Setting.choice("preferredProvider", OpenSets.Provider.all()).optional();

    private static final Settings SETTINGS = Settings.of(PREFERRED_PROVIDER);

    private final Preferences preferences;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    PreferencesResource(
            Preferences preferences, Transactions transactions, CurrentUser user, Clock clock) {
        this.preferences = preferences;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What you prefer; null where you have said nothing")
    public Uni<Preference> preference() {
        UUID asking = user.id();
        return transactions.read(() -> preferences.of(asking));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Preference.class)))
    @Operation(
            summary = "Say whose measurement counts where two devices measured one workout",
            description =
                    "History follows from now on; runs that went out change only when they are run"
                            + " again.")
    @APIResponse(responseCode = "200", description = "What you prefer.")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    public Uni<Preference> prefer(byte[] body) throws JsonProcessingException {
        UUID asking = user.id();
        Form form = Form.read(body);
        Optional<String> provider = SETTINGS.read(form).of(PREFERRED_PROVIDER);
        form.refuseIfWrong();
        Preference preference = new Preference(provider.orElse(null));
        return transactions
                .write(() -> preferences.put(asking, preference, clock.instant()))
                .replaceWith(preference);
    }
}
