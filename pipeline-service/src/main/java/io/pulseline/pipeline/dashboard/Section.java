package io.pulseline.pipeline.dashboard;

/** A place in the navigation, in its order. */
public enum Section {
    HOME("/"),
    CONNECTIONS("/connections"),
    PIPELINES("/pipelines"),
    ACTIVITIES("/activities"),
    HEALTH("/health"),
    CARE("/care"),
    OPERATOR("/operator"),
    ACCOUNT("/account");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    /** Where its first page is. */
    public String path() {
        return path;
    }

    /** As the navigation calls it. */
    public String title() {
        return Texts.say("shell_" + name().toLowerCase(java.util.Locale.ROOT));
    }
}
