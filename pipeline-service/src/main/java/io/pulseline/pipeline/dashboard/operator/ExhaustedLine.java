package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.operator.ExhaustedDelivery;

/** A delivery that was given up. */
public record ExhaustedLine(String id, String target, String at, String reason, String user) {
    static ExhaustedLine of(ExhaustedDelivery delivery, Reader reader) {
        return new ExhaustedLine(
                delivery.deliveryId().toString(),
                WorkLine.targetName(delivery.targetType()),
                reader.moment(delivery.exhaustedAt()),
                delivery.reason() == null ? Reader.ABSENT : delivery.reason(),
                delivery.user() == null ? Reader.ABSENT : delivery.user().toString());
    }
}
