package io.pulseline.pipeline.tier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of table {@code user_tier}. */
@Entity
@Table(name = "user_tier")
class UserTierRow {
    @Id
    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "tier")
    String tier = "";
}
