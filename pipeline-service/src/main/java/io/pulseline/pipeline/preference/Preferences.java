package io.pulseline.pipeline.preference;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all users prefer. To be called inside a transaction. */
@ApplicationScoped
public class Preferences implements PanacheRepositoryBase<PreferenceRow, UUID> {
    private static final String PUT =
            """
            insert into preference (user_id, preferred_provider, units, time_zone, changed_at)
            values (:user, cast(:provider as text), cast(:units as text), cast(:zone as text), :now)
            on conflict (user_id) do update
            set preferred_provider = excluded.preferred_provider, units = excluded.units,
                time_zone = excluded.time_zone, changed_at = excluded.changed_at\
            """;

    /** {@link Preference#NONE} where the user has said nothing. */
    public Uni<Preference> of(UUID user) {
        return findById(user)
                .map(row ->
                        row == null
                                ? Preference.NONE
                                : new Preference(row.preferredProvider, row.units, row.timeZone));
    }

    /** In place of what the user preferred before. */
    Uni<Void> put(UUID user, Preference preference, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(PUT)
                                .setParameter("user", user)
                                .setParameter("provider", preference.preferredProvider())
                                .setParameter("units", word(preference.units()))
                                .setParameter("zone", preference.timeZone())
                                .setParameter("now", now)
                                .executeUpdate())
                .replaceWithVoid();
    }

    private static @Nullable String word(@Nullable Units units) {
        return units == null ? null : units.name();
    }
}
