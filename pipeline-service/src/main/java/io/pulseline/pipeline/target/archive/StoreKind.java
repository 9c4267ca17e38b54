package io.pulseline.pipeline.target.archive;

import io.pulseline.pipeline.setting.Word;

/** Where the files are kept. */
enum StoreKind implements Word {
    /** Below the root that the operator has set. */
    DIRECTORY("directory"),
    /** In a bucket of an S3-compatible store. */
    S3("s3");

    private final String word;

    StoreKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
