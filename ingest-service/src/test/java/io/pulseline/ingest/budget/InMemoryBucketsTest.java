package io.pulseline.ingest.budget;

class InMemoryBucketsTest extends BucketsContract {
    private final Buckets buckets = new InMemoryBuckets();

    @Override
    Buckets replica() {
        return buckets;
    }
}
