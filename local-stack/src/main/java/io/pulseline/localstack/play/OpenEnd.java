package io.pulseline.localstack.play;

import io.pulseline.contracts.OpenSets.RecordType;
import java.time.LocalDate;

/** What may be on the topics though the truth says nothing of it: how a person's data end. */
final class OpenEnd {
    private final boolean losesConsent;
    private String newestSummary = "";

    /**
     * @param person somebody whose consent ends may have been read until then or a day less; the
     *     truth tells only what must have been read
     */
    OpenEnd(Person person) {
        this.losesConsent = person.losesConsent();
    }

    private OpenEnd() {
        this.losesConsent = false;
    }

    /** Of nobody whom the truth knows: nothing may be there. */
    static OpenEnd none() {
        return new OpenEnd();
    }

    /** Takes note of what the truth has. */
    void seen(TruthLine line) {
        if (line.recordType().equals(RecordType.DAILY_SUMMARY)
                && line.key().text().compareTo(newestSummary) > 0) {
            newestSummary = line.key().text();
        }
    }

    /**
     * Whether a record without a line is no mistake: the summary of the date in which the person's
     * data end is told as it grows, and never becomes final.
     */
    boolean mayHave(String recordType, RecordKey key) {
        return losesConsent
                || (recordType.equals(RecordType.DAILY_SUMMARY)
                        && !newestSummary.isEmpty()
                        && key.text()
                                .equals(LocalDate.parse(newestSummary).plusDays(1).toString()));
    }
}
