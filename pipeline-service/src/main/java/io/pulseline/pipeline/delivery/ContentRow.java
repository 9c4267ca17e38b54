package io.pulseline.pipeline.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of table {@code delivery_content}. */
@Entity
@Table(name = "delivery_content")
class ContentRow {
    @Id
    @Column(name = "delivery_id")
    UUID deliveryId = new UUID(0, 0);

    @Column(name = "content")
    byte[] content = {};

    @Column(name = "content_bytes")
    int contentBytes;

    static ContentRow of(PlannedDelivery planned) {
        ContentRow row = new ContentRow();
        row.deliveryId = planned.id();
        row.content = planned.content().zstd();
        row.contentBytes = planned.content().bytes();
        return row;
    }
}
