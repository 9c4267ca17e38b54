package io.pulseline.pipeline.database;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ids as one parameter of a native statement, {@code = any(cast(cast(:ids as text) as uuid[]))}:
 * the same statement for any number of them, so that it is planned and prepared once. A list
 * parameter would be another statement for each number.
 */
public final class UuidArray {
    private UuidArray() {}

    /** The ids as PostgreSQL writes an array. */
    public static String of(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
