package io.pulseline.normalizer.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.OneTruth.Told;
import io.pulseline.normalizer.coverage.Finding.Evidence;
import io.pulseline.normalizer.intake.Mappers;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Provider by kind by record by field, as the mappers have it.
 *
 * @param fields of each kind of record, in the order of its schema
 * @param parts of each kind, by provider
 * @param problems what is not as the notes say, or not said at all
 */
record CoverageMatrix(
        Map<RecordKind, List<Finding>> fields,
        Map<RecordKind, Map<String, PartsRead>> parts,
        List<String> problems) {
    /** Maps every truth by both providers' mappers and looks at each field. */
    static CoverageMatrix of(
            Map<RecordKind, List<Told>> truths, Map<RecordKind, Map<String, Note>> notes) {
        Map<RecordKind, List<Finding>> fields = new EnumMap<>(RecordKind.class);
        Map<RecordKind, Map<String, PartsRead>> parts = new EnumMap<>(RecordKind.class);
        List<String> problems = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            List<Told> told = truths.getOrDefault(kind, List.of());
            List<Finding> findings = findings(kind, told, notes.getOrDefault(kind, Map.of()));
            Map<String, PartsRead> read = new LinkedHashMap<>();
            read.put(
                    OpenSets.Provider.FITBIT,
                    parts(
                            kind,
                            OpenSets.Provider.FITBIT,
                            told.stream().map(Told::fitbit).toList()));
            read.put(
                    OpenSets.Provider.GOOGLE_HEALTH,
                    parts(
                            kind,
                            OpenSets.Provider.GOOGLE_HEALTH,
                            told.stream().map(Told::google).toList()));
            for (Finding finding : findings) {
                finding.problem()
                        .ifPresent(problem -> problems.add(kind.recordType() + "." + problem));
            }
            read.values().forEach(one -> problems.addAll(one.problems()));
            fields.put(kind, findings);
            parts.put(kind, read);
            problems.addAll(
                    strayNotes(kind, findings, notes.getOrDefault(kind, Map.of()).keySet()));
        }
        return new CoverageMatrix(fields, parts, problems);
    }

    private static PartsRead parts(
            RecordKind kind, String provider, List<PayloadCaptured> payloads) {
        return PartsRead.of(provider, kind.recordType(), payloads);
    }

    private static List<Finding> findings(
            RecordKind kind, List<Told> truths, Map<String, Note> notes) {
        Schema schema = SpecificData.get().getSchema(kind.recordClass());
        Map<String, Evidence> found = new LinkedHashMap<>();
        FieldPaths.of(schema).forEach(path -> found.put(path, Evidence.NONE));
        for (Told truth : truths) {
            Numbers told = Numbers.in(truth.google());
            List<JsonNode> fitbit = records(kind, truth.fitbit());
            List<JsonNode> google = records(kind, truth.google());
            for (int i = 0; i < Math.min(fitbit.size(), google.size()); i++) {
                JsonNode one = fitbit.get(i);
                JsonNode other = google.get(i);
                found.replaceAll((path, evidence) ->
                        evidence.and(
                                FieldPaths.values(one, path),
                                FieldPaths.values(other, path),
                                told));
            }
        }
        List<Finding> findings = new ArrayList<>();
        found.forEach(
                (path, evidence) -> findings.add(new Finding(path, evidence, notes.get(path))));
        return findings;
    }

    private static List<JsonNode> records(RecordKind kind, PayloadCaptured payload) {
        return Mappers.of(payload.getProvider(), payload.getKind()).map(payload).records().stream()
                .filter(record -> record.kind() == kind)
                .map(MappedRecord::record)
                .map(record -> RecordJson.tree(record, Set.of()))
                .toList();
    }

    private static List<String> strayNotes(
            RecordKind kind, List<Finding> findings, Set<String> noted) {
        Set<String> paths = Set.copyOf(findings.stream().map(Finding::path).toList());
        return noted.stream()
                .filter(path -> !paths.contains(path))
                .map(path -> kind.recordType() + "." + path + " has a note and is no field")
                .toList();
    }
}
