package io.pulseline.localstack.subscriber;

/** What of a subscriber can be changed. */
enum SubscriberPart {
    ENDPOINT("endpointUri", "endpoint"),
    DATA_TYPES("subscriberConfigs", "data types"),
    SECRET("endpointAuthorization", "secret");

    private final String member;
    private final String words;

    SubscriberPart(String member, String words) {
        this.member = member;
        this.words = words;
    }

    /** Its member in Google's documents, which its update mask names too. */
    String member() {
        return member;
    }

    /** For people. */
    String words() {
        return words;
    }
}
