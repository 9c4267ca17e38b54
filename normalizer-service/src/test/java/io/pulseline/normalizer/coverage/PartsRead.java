package io.pulseline.normalizer.coverage;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.intake.Mappers;
import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of payloads of one provider and kind are read: those without which a record is
 * another.
 *
 * @param endpoints by kind of part, where it comes from
 * @param problems what is handed in and not read, or read from nobody knows where
 */
record PartsRead(Map<String, String> endpoints, List<String> problems) {
    /** Documents that are no answers with points or entries. */
    private static final Map<String, String> TRACKS =
            Map.of(
                    OpenSets.Provider.FITBIT,
                    "GET /1/user/-/activities/{log}.tcx",
                    OpenSets.Provider.GOOGLE_HEALTH,
                    "GET /v4/users/me/dataTypes/exercise/dataPoints/{id}:exportExerciseTcx");

    static PartsRead of(String provider, String kind, List<PayloadCaptured> payloads) {
        PayloadMapper mapper = Mappers.of(provider, kind);
        Map<String, String> known = endpoints(mapper);
        Map<String, String> read = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        String here = provider + " " + kind + ": part ";
        // In the order of the mapper's own list; others, such as tracks, follow.
        Set<String> parts = new LinkedHashSet<>();
        mapper.answers().forEach(shape -> parts.add(shape.part()));
        payloads.forEach(payload -> parts.addAll(kinds(payload)));
        for (String part : parts) {
            if (payloads.stream().noneMatch(payload -> isRead(mapper, payload, part))) {
                problems.add(here + part + " is not read, or no truth shows that it is");
                continue;
            }
            String endpoint = known.get(part);
            if (endpoint == null) {
                problems.add(here + part + " is read from nobody knows which endpoint");
            } else {
                read.put(part, endpoint);
            }
        }
        return new PartsRead(read, problems);
    }

    /** The mapper's own answers; parts that it shares with another kind come from that one's. */
    private static Map<String, String> endpoints(PayloadMapper mapper) {
        Map<String, String> endpoints = new LinkedHashMap<>();
        for (AnswerShape shape : mapper.answers()) {
            endpoints.put(shape.part(), shape.endpoint());
        }
        Mappers.all().stream()
                .filter(other -> other.provider().equals(mapper.provider()))
                .filter(other -> other.kind().equals(PayloadKind.HEART_RATE))
                .flatMap(other -> other.answers().stream())
                .forEach(shape -> endpoints.putIfAbsent(shape.part(), shape.endpoint()));
        String track = TRACKS.get(mapper.provider());
        if (track != null) {
            endpoints.put(PartKind.TCX, track);
        }
        return endpoints;
    }

    private static List<String> kinds(PayloadCaptured payload) {
        return payload.getParts().stream().map(PayloadPart::getKind).distinct().toList();
    }

    private static boolean isRead(PayloadMapper mapper, PayloadCaptured payload, String part) {
        if (!kinds(payload).contains(part)) {
            return false;
        }
        List<PayloadPart> others =
                payload.getParts().stream().filter(one -> !one.getKind().equals(part)).toList();
        PayloadCaptured without = PayloadCaptured.newBuilder(payload).setParts(others).build();
        try {
            return !hashes(mapper, without).equals(hashes(mapper, payload));
        } catch (UnmappableException _) {
            return true;
        }
    }

    private static List<String> hashes(PayloadMapper mapper, PayloadCaptured payload) {
        return mapper.map(payload).records().stream().map(MappedRecord::contentHash).toList();
    }
}
