package io.pulseline.pipeline.zone;

import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.record.Records;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * In which zone a user's days begin and end: as they say themselves, else as their provider tells,
 * else as their latest activity does, else UTC. To be called inside a transaction.
 */
@ApplicationScoped
public class UserZones {
    private final Preferences preferences;
    private final Connections connections;
    private final Records records;

    UserZones(Preferences preferences, Connections connections, Records records) {
        this.preferences = preferences;
        this.connections = connections;
        this.records = records;
    }

    /** The user's zone. */
    public Uni<ZoneId> of(UUID user) {
        return preferences.of(user).chain(said -> of(user, said));
    }

    /** The same for who has read the user's preference already. */
    public Uni<ZoneId> of(UUID user, Preference said) {
        String zone = said.timeZone();
        return zone == null ? ofData(user) : Uni.createFrom().item(ZoneId.of(zone));
    }

    private Uni<ZoneId> ofData(UUID user) {
        return connections
                .zone(user)
                .chain(told ->
                        told.isPresent()
                                ? Uni.createFrom().item(told.get())
                                : records.latestOffset(user)
                                        .map(offset ->
                                                offset.<ZoneId>map(known -> known)
                                                        .orElse(ZoneOffset.UTC)));
    }
}
