package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import java.util.regex.Pattern;

/** A link back to the page that the provider has for the activity. Only Fitbit has one. */
record SourceLink() implements Booster {
    private static final String FITBIT_PAGE = "https://www.fitbit.com/activities/exercise/";

    /** Fitbit counts its logs in whole numbers; anything else is no id of Fitbit's. */
    private static final Pattern FITBIT_ID = Pattern.compile("[0-9]{1,19}");

    @Override
    public BoostOutcome boost(Activity activity) {
        Provenance provenance = activity.getProvenance();
        if (provenance == null || !provenance.getProvider().equals(OpenSets.Provider.FITBIT)) {
            return new BoostOutcome.Skipped("the provider has no page for an activity");
        }
        String id = provenance.getProviderRecordId();
        if (id == null || !FITBIT_ID.matcher(id).matches()) {
            return new BoostOutcome.Skipped("the activity has no id of Fitbit's");
        }
        return BoostOutcome.Added.builder().text("Source: " + FITBIT_PAGE + id).build();
    }
}
