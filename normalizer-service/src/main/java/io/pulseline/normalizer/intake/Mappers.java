package io.pulseline.normalizer.intake;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.fitbit.FitbitMappers;
import io.pulseline.normalizer.googlehealth.GoogleMappers;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;
import java.util.stream.Stream;

/** Every mapper there is, and which payload goes to which. */
public final class Mappers {
    private static final List<PayloadMapper> ALL =
            Stream.of(FitbitMappers.all(), GoogleMappers.all()).flatMap(List::stream).toList();

    private Mappers() {}

    /** In no particular order. */
    public static List<PayloadMapper> all() {
        return ALL;
    }

    /**
     * The mapper for a payload.
     *
     * @throws UnmappableException naming the kind, or the provider, that none reads
     */
    static PayloadMapper of(PayloadCaptured payload) {
        return of(payload.getProvider(), payload.getKind());
    }

    /**
     * The mapper for the payloads of a provider and kind.
     *
     * @throws UnmappableException naming the kind, or the provider, that none reads
     */
    public static PayloadMapper of(String provider, String kind) {
        List<PayloadMapper> ofKind =
                ALL.stream().filter(mapper -> mapper.kind().equals(kind)).toList();
        if (ofKind.isEmpty()) {
            throw new UnmappableException("no mapping for kind " + kind);
        }
        return ofKind.stream()
                .filter(mapper -> mapper.provider().equals(provider))
                .findFirst()
                .orElseThrow(() ->
                        new UnmappableException(
                                "no mapping for kind " + kind + " of provider " + provider));
    }
}
