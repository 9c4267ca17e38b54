package io.pulseline.pipeline.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of table {@code correction}; read only, see {@link Corrections}. */
@Entity
@Table(name = "correction")
class CorrectionRow {
    /** Alone enough: it is made of the user among other things. */
    @Id
    @Column(name = "record_id")
    UUID recordId = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "correction")
    String json = "";

    @Column(name = "reads_series")
    boolean readsSeries;
}
