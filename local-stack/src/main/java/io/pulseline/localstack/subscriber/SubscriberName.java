package io.pulseline.localstack.subscriber;

import java.util.regex.Pattern;

/**
 * Which subscriber.
 *
 * @param project the number of the Google Cloud project
 * @param id of the subscriber within it
 */
record SubscriberName(String project, String id) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,34}[a-z0-9]");

    SubscriberName {
        if (!NUMBER.matcher(project).matches()) {
            throw new IllegalArgumentException(
                    "project \""
                            + project
                            + "\" is not a project number. Google takes the number here, not the id,"
                            + " and answers an id with a bare 403; this shows it: gcloud projects"
                            + " describe PROJECT_ID --format='value(projectNumber)'");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "subscriber id \""
                            + id
                            + "\" does not fit; 4 to 36 lower-case letters, digits and dashes,"
                            + " a letter first and no dash last");
        }
    }

    /** Path of the project's subscribers below the API's base. */
    String collection() {
        return "/v4/projects/" + project + "/subscribers";
    }

    /** Path of this one. */
    String path() {
        return collection() + "/" + id;
    }

    /** Whether Google means this one by a name of its own, {@code projects/1/subscribers/a}. */
    boolean isMeantBy(String resourceName) {
        return resourceName.endsWith("/subscribers/" + id);
    }

    @Override
    public String toString() {
        return "subscriber " + id + " of project " + project;
    }
}
