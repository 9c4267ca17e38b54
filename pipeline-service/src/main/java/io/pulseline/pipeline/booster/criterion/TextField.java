package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.setting.Word;
import org.jspecify.annotations.Nullable;

/** A text of an activity that can be asked about. */
public enum TextField implements Word {
    TITLE("title", "title"),
    DESCRIPTION("description", "description"),
    ACTIVITY_TYPE("activityType", "type"),
    PROVIDER_NAME("providerActivityTypeName", "provider's name of the type");

    private final String word;
    private final String spoken;

    TextField(String word, String spoken) {
        this.word = word;
        this.spoken = spoken;
    }

    @Override
    public String word() {
        return word;
    }

    /** As people say it. */
    String spoken() {
        return spoken;
    }

    /** Null where the activity has none. */
    @Nullable String in(Activity activity) {
        return switch (this) {
            case TITLE -> activity.getTitle();
            case DESCRIPTION -> activity.getDescription();
            case ACTIVITY_TYPE -> activity.getActivityType();
            case PROVIDER_NAME -> activity.getProviderActivityTypeName();
        };
    }
}
