package io.pulseline.access;

/** The roles a login may have; one may have several. */
public final class Roles {
    /** Sees and changes what is their own. */
    public static final String USER = "user";

    /** Reads the users who shared with it, until the date they chose. */
    public static final String CARE_TEAM = "care-team";

    /** Runs the place: sees its state, and nobody's health data. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
