package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be on the topics though the truth says nothing of it: how a person's data begin and end.
 */
final class Margins {
    /** Told for each date that is over or begun, whatever was measured. */
    private static final Set<String> ALWAYS_TOLD =
            Set.of(RecordType.HEART_RATE, RecordType.STEPS, RecordType.DAILY_SUMMARY);

    private final @Nullable Person person;
    private String newestSummary = "";

    /**
     * @param person null for somebody of whose history and consent nothing is known
     */
    Margins(@Nullable Person person) {
        this.person = person;
    }

    /** Takes note of what the truth has. */
    void seen(TruthLine line) {
        if (line.recordType().equals(RecordType.DAILY_SUMMARY)
                && line.key().text().compareTo(newestSummary) > 0) {
            newestSummary = line.key().text();
        }
    }

    /**
     * Whether a record without a line is no mistake. Of somebody whose consent ends the truth tells
     * only what must have been read until then; of history before a life it tells nothing, and such
     * records are empty; and the summary of the date in which the data end never becomes final.
     */
    boolean mayHave(String recordType, FoundRecord record) {
        return isOpenSummary(recordType, record.key())
                || (person != null
                        && (person.losesConsent() || isEmptyHistory(person, recordType, record)));
    }

    private boolean isOpenSummary(String recordType, RecordKey key) {
        return recordType.equals(RecordType.DAILY_SUMMARY)
                && !newestSummary.isEmpty()
                && key.text().equals(LocalDate.parse(newestSummary).plusDays(1).toString());
    }

    private static boolean isEmptyHistory(Person person, String recordType, FoundRecord record) {
        if (!ALWAYS_TOLD.contains(recordType)) {
            return false;
        }
        JsonNode content = record.content().get();
        LocalDate date = LocalDate.parse(content.path("localDate").asText());
        return date.isBefore(person.firstDate()) && isEmpty(recordType, content);
    }

    private static boolean isEmpty(String recordType, JsonNode content) {
        return switch (recordType) {
            case RecordType.HEART_RATE -> content.at("/heartRate/beatsPerMinute").isEmpty();
            case RecordType.STEPS ->
                    content.path("stepsPerMinute")
                            .valueStream()
                            .allMatch(steps -> steps.asInt() == 0);
            default -> content.path("steps").asInt() == 0;
        };
    }
}
