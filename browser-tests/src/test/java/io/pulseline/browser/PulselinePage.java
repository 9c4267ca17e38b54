package io.pulseline.browser;

import io.pulseline.localstack.BuiltInUsers;
import java.util.List;

/**
 * A page as it is looked at.
 *
 * @param name of its picture
 * @param user who looks
 * @param path where it is
 */
record PulselinePage(String name, String user, String path) {
    /** Every page, with something on it. */
    static List<PulselinePage> all(Furnished furnished) {
        return List.of(
                of("home", "/"),
                of("connections", "/connections"),
                of("connection", "/connections/" + furnished.connectionId()),
                of("pipelines", "/pipelines"),
                of("pipeline", "/pipelines/" + furnished.pipelineId()),
                of("new-pipeline", "/pipelines/new?recipe=strength"),
                of("activities", "/activities"),
                of("activity", "/activities/" + furnished.runId()),
                of("health", "/health"),
                of("heart-rate", "/health/heart-rate"),
                of("account", "/account"),
                new PulselinePage("care-team", BuiltInUsers.CARE, "/care"),
                new PulselinePage(
                        "care-team-user", BuiltInUsers.CARE, "/care/" + furnished.userId()),
                new PulselinePage("operator", BuiltInUsers.OPERATOR, "/operator"),
                new PulselinePage("audit", BuiltInUsers.OPERATOR, "/operator/audit"));
    }

    private static PulselinePage of(String name, String path) {
        return new PulselinePage(name, Furnished.USER, path);
    }

    @Override
    public String toString() {
        return name;
    }
}
