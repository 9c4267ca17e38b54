package io.pulseline.pipeline.target.fhir;

import io.pulseline.pipeline.setting.Word;

/** What a FHIR server can do, and so how Observations reach it. */
enum WriteMode implements Word {
    /** Transactions that update by identifier: one Observation for all revisions. */
    CONDITIONAL_UPDATE("conditional-update"),
    /**
     * Transactions that create unless the identifier is there: a correction is another Observation
     * and marks the former one entered in error.
     */
    CONDITIONAL_CREATE("conditional-create"),
    /** The same one by one, for servers without transactions. */
    SINGLE_CREATE("single-create");

    private final String word;

    WriteMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
