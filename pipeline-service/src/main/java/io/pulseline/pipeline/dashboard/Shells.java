package io.pulseline.pipeline.dashboard;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.preference.Units;
import io.pulseline.pipeline.zone.UserZones;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the shell of a page for whoever asks for it. */
@RequestScoped
public class Shells {
    private final CurrentUser current;
    private final SecurityIdentity identity;
    private final Preferences preferences;
    private final Connections connections;
    private final UserZones zones;
    private final Clock clock;

    Shells(
            CurrentUser current,
            SecurityIdentity identity,
            Preferences preferences,
            Connections connections,
            UserZones zones,
            Clock clock) {
        this.current = current;
        this.identity = identity;
        this.preferences = preferences;
        this.connections = connections;
        this.zones = zones;
        this.clock = clock;
    }

    /** The one whose page it is. */
    public UUID user() {
        return current.id();
    }

    /** To be called inside a transaction. */
    public Uni<Shell> of(Section section) {
        UUID user = current.id();
        return preferences
                .of(user)
                .chain(said ->
                        connections
                                .ofUser(user)
                                .chain(own ->
                                        zones.of(user, said, own)
                                                .map(zone ->
                                                        new Shell(
                                                                user,
                                                                identity.getPrincipal().getName(),
                                                                section,
                                                                sections(),
                                                                reader(said, zone),
                                                                own))));
    }

    private List<Section> sections() {
        List<Section> open = new ArrayList<>(List.of(Section.values()));
        if (!identity.hasRole(Roles.OPERATOR)) {
            open.remove(Section.OPERATOR);
        }
        if (!identity.hasRole(Roles.CARE_TEAM)) {
            open.remove(Section.CARE);
        }
        return open;
    }

    private Reader reader(Preference said, ZoneId zone) {
        Units units = said.units();
        return new Reader(zone, units == null ? Units.METRIC : units, clock.instant());
    }
}
