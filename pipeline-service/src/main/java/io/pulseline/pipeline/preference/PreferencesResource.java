package io.pulseline.pipeline.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.contracts.OpenSets;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
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

    private static final Setting<Optional<String>> UNITS =
            Setting.choice("units", Arrays.stream(Units.values()).map(Units::name).toList())
                    .optional();

    private static final Setting<Optional<String>> TIME_ZONE =
            Setting.text("timeZone", 64).optional();

    private static final Settings SETTINGS = Settings.of(PREFERRED_PROVIDER, UNITS, TIME_ZONE);

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
            summary =
                    "Say whose measurement counts where two devices measured one workout, and in"
                            + " which units and zone pages show yours",
            description =
                    "What is left out is no preference. History follows from now on; runs that went"
                            + " out change only when they are run again.")
    @APIResponse(responseCode = "200", description = "What you prefer.")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    public Uni<Preference> prefer(byte[] body) throws JsonProcessingException {
        UUID asking = user.id();
        Form form = Form.read(body);
        Values said = SETTINGS.read(form);
        said.of(TIME_ZONE)
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .ifPresent(
                        _ -> form.complain("timeZone", "must be an IANA zone like Europe/Berlin"));
        form.refuseIfWrong();
        Preference preference =
                new Preference(
                        said.of(PREFERRED_PROVIDER).orElse(null),
                        said.of(UNITS).map(Units::valueOf).orElse(null),
                        said.of(TIME_ZONE).orElse(null));
        return transactions
                .write(() -> preferences.put(asking, preference, clock.instant()))
                .replaceWith(preference);
    }
}
