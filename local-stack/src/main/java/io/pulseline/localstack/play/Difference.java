package io.pulseline.localstack.play;

/**
 * One thing that is not as the truth says.
 *
 * @param owner the simulated person's id at Fitbit
 * @param field path of the value; empty where it is about the whole record
 */
record Difference(String owner, RecordKey key, String field, String expected, String found) {
    static Difference missing(String owner, RecordKey key) {
        return new Difference(owner, key, "", "a record", "none");
    }

    static Difference deleted(String owner, RecordKey key) {
        return new Difference(owner, key, "", "a record", "one that is marked as deleted");
    }

    static Difference notDeleted(String owner, FoundRecord record) {
        return new Difference(
                owner, record.key(), "", "one that is marked as deleted", "one that is not");
    }

    static Difference unknown(String owner, FoundRecord record) {
        return new Difference(
                owner, record.key(), "", "none", "a record the truth does not know, " + id(record));
    }

    static Difference second(String owner, FoundRecord record) {
        return new Difference(
                owner, record.key(), "", "one record", "one more of the same, " + id(record));
    }

    static Difference wrong(String owner, RecordKey key, ValueDifference value) {
        return new Difference(owner, key, value.field(), value.expected(), value.found());
    }

    private static String id(FoundRecord record) {
        return "recordId " + record.recordId();
    }

    @Override
    public String toString() {
        return "user %s, %s%s: expected %s, found %s"
                .formatted(owner, key, field.isEmpty() ? "" : ", " + field, expected, found);
    }
}
