package io.pulseline.normalizer.intake;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.fitbit.FitbitActivities;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;

/** Every mapper there is, and which payload goes to which. */
final class Mappers {
    private Mappers() {}

    static List<PayloadMapper> all() {
        return List.of(new FitbitActivities());
    }

    /**
     * The mapper for a payload.
     *
     * @throws UnmappableException naming the kind, or the provider, that none reads
     */
    static PayloadMapper of(PayloadCaptured payload) {
        List<PayloadMapper> ofKind =
                all().stream().filter(mapper -> mapper.kind().equals(payload.getKind())).toList();
        if (ofKind.isEmpty()) {
            throw new UnmappableException("no mapping for kind " + payload.getKind());
        }
        return ofKind.stream()
                .filter(mapper -> mapper.provider().equals(payload.getProvider()))
                .findFirst()
                .orElseThrow(() ->
                        new UnmappableException(
                                "no mapping for kind "
                                        + payload.getKind()
                                        + " of provider "
                                        + payload.getProvider()));
    }
}
