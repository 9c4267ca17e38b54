package io.pulseline.pipeline.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code preference}; read only, see {@link Preferences}. */
@Entity
@Table(name = "preference")
class PreferenceRow {
    @Id
    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "preferred_provider")
    @Nullable String preferredProvider;

    @Column(name = "units")
    @Enumerated(EnumType.STRING)
    @Nullable Units units;

    @Column(name = "time_zone")
    @Nullable String timeZone;
}
