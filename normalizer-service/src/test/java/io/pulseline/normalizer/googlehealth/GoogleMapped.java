package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/** Payloads through the mapper of their kind, records in their own class. */
final class GoogleMapped {
    private GoogleMapped() {}

    static Mapping of(GooglePayloads payload) {
        return of(payload.build());
    }

    static Mapping of(PayloadCaptured payload) {
        return mapper(payload.getKind()).map(payload);
    }

    static PayloadMapper mapper(String kind) {
        return GoogleMappers.all().stream()
                .filter(mapper -> mapper.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    static <T> List<T> all(Mapping mapping, Class<T> type) {
        return mapping.records().stream().map(MappedRecord::record).map(type::cast).toList();
    }

    /** The only record there is. */
    static <T> T only(Mapping mapping, Class<T> type) {
        List<T> records = all(mapping, type);
        if (records.size() != 1) {
            throw new AssertionError("expected one record, there are " + records.size());
        }
        return records.getFirst();
    }
}
