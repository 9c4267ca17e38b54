package io.pulseline.localstack.subscriber;

import java.util.regex.Pattern;

/** The operator's access token at Google, with the scope cloud-platform. */
record AccessToken(String value) {
    static final String SETTING = "PULSELINE_GOOGLE_ACCESS_TOKEN";
    static final String HOW_TO_GET_ONE =
            "export " + SETTING + "=\"$(gcloud auth print-access-token)\"";

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,8192}");

    AccessToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    value.isEmpty()
                            ? SETTING + " is missing in the environment: " + HOW_TO_GET_ONE
                            : SETTING
                                    + " is no access token (it has spaces, or is longer than 8192"
                                    + " characters): "
                                    + HOW_TO_GET_ONE);
        }
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
