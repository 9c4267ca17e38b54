package io.pulseline.ingest.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The one reading of a user's devices, for whoever has to know when they last synced. */
@ApplicationScoped
public class PairedDevices {
    private final Providers providers;
    private final ConnectionNotes notes;
    private final Clock clock;

    PairedDevices(Providers providers, ConnectionNotes notes, Clock clock) {
        this.providers = providers;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Asks for them; what is given is kept with the connection, which tells who wears what and
     * whether a tracker is silent. Blocks.
     *
     * @throws io.pulseline.ingest.database.DatabaseException if it could not be kept
     */
    public ProviderAnswer<List<Device>> read(Connection connection, String accessToken) {
        ProviderAnswer<List<Device>> answer =
                providers
                        .named(connection.provider())
                        .devices(accessToken, connection.grantedScopes(), connection.zones());
        if (answer instanceof ProviderAnswer.Given<List<Device>>(List<Device> devices)) {
            notes.devicesRead(connection.id(), devices, clock.instant());
        }
        return answer;
    }
}
