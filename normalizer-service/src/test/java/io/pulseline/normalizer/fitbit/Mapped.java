package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/** Payloads through the mapper of their kind, records in their own class. */
final class Mapped {
    private Mapped() {}

    static Mapping of(PayloadCaptured payload) {
        return mapper(payload.getKind()).map(payload);
    }

    static PayloadMapper mapper(String kind) {
        return FitbitMappers.all().stream()
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

    static Activity activity(PayloadCaptured payload) {
        return only(of(payload), Activity.class);
    }
}
