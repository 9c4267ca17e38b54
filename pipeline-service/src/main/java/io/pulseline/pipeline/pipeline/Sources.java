package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import java.util.List;
import java.util.Set;

/** Where the records come from that may start a pipeline. */
public final class Sources {
    /** What the record must be, for now an activity. */
    static final Setting<String> RECORD =
            Setting.choice("record", List.of(RecordType.ACTIVITY))
                    .describedAs("Kind of record that starts the pipeline.")
                    .byDefault(RecordType.ACTIVITY);

    /** The trigger of a pipeline; the same for every source, as it does not tell them apart. */
    static final Settings TRIGGER = Settings.of(RECORD);

    private static final List<Part> ALL =
            List.of(
                    new Source(
                            "fitbit",
                            "Fitbit",
                            "Activities of Fitbit devices, read through the Fitbit Web API."),
                    new Source(
                            "google-health",
                            "Google Health",
                            "Activities of Fitbit devices and of what else a Google account gathers,"
                                    + " read through the Google Health API."),
                    new Source(
                            "other",
                            "Other producers",
                            "Activities that anybody else puts on the topic"
                                    + " `health.activities.v1`."));

    private Sources() {}

    /** In the order a reader of the catalogue wants to see them. */
    public static List<Part> all() {
        return ALL;
    }

    private record Source(String id, String title, String description) implements Part {
        @Override
        public Set<Need> needs() {
            return Set.of();
        }

        @Override
        public Tier tier() {
            return Tier.HOBBYIST;
        }

        @Override
        public Settings settings() {
            return TRIGGER;
        }
    }
}
