package io.pulseline.pipeline.zone;

import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.record.Records;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    private Uni<ZoneId> of(UUID user, Preference said) {
        return connections.ofUser(user).chain(own -> of(user, said, own));
    }

    /** The same for who has read the user's preference and connections already. */
    public Uni<ZoneId> of(UUID user, Preference said, List<Connection> own) {
        String preferred = said.timeZone();
        if (preferred != null) {
            return Uni.createFrom().item(ZoneId.of(preferred));
        }
        Optional<ZoneId> told =
                own.stream().flatMap(one -> Optional.ofNullable(one.zone()).stream()).findFirst();
        return told.isPresent()
                ? Uni.createFrom().item(told.get())
                : records.latestOffset(user)
                        .map(offset -> offset.<ZoneId>map(known -> known).orElse(ZoneOffset.UTC));
    }
}
