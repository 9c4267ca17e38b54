package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.http.Refused;

/** Which sources a call wants (fact sheet section 1.4). */
enum SourceFamily {
    ALL_SOURCES("all-sources"),
    GOOGLE_WEARABLES("google-wearables"),
    GOOGLE_SOURCES("google-sources"),
    SELF_SOURCES("self-sources");

    private static final String PREFIX = "users/me/dataSourceFamilies/";

    private final String id;

    SourceFamily(String id) {
        this.id = id;
    }

    /**
     * The family of that full name; blank means what the caller may see.
     *
     * @throws Refused if there is none of that name, or the caller may only write
     */
    static SourceFamily read(String name, DataType type, HealthCaller caller, Knobs.Answers knobs) {
        boolean mayRead = caller.may(type.readScope());
        if (name.isBlank()) {
            return mayRead ? ALL_SOURCES : SELF_SOURCES;
        }
        for (SourceFamily family : values()) {
            if (name.equals(PREFIX + family.id)) {
                if (!mayRead && family != SELF_SOURCES) {
                    throw new Refused(GoogleErrors.callerLacksPermission());
                }
                return family;
            }
        }
        throw new Refused(
                GoogleErrors.invalid(
                        "Invalid data source family: " + name,
                        "INVALID_DATA_POINT_DATA_SOURCE_FAMILY",
                        knobs.reasonsInMetadata()));
    }

    boolean has(Source source) {
        return switch (this) {
            case ALL_SOURCES, GOOGLE_SOURCES -> true;
            case GOOGLE_WEARABLES -> source.isWearable();
            case SELF_SOURCES -> false;
        };
    }

    /**
     * Whether sums over these sources have anything in them; nothing is summed up of manual logs.
     */
    boolean hasSums() {
        return this != SELF_SOURCES;
    }
}
