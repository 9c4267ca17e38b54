package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.List;
import java.util.Set;

/** Where the records come from that may start a pipeline. */
public final class Sources {
    /** What the record must be, for now an activity. */
    private static final Setting<String> RECORD =
            Setting.choice("record", List.of(RecordType.ACTIVITY))
                    .describedAs("Kind of record that starts the pipeline.")
                    .byDefault(RecordType.ACTIVITY);

    private static final Setting<List<String>> PROVIDERS =
            Setting.choices("providers", OpenSets.Provider.all())
                    .describedAs("Only records from these; none named means from anywhere.")
                    .byDefault(List.of());

    private static final Setting<List<String>> ACTIVITY_TYPES =
            Setting.choices("activityTypes", ActivityType.all())
                    .describedAs(
                            "Only activities that come as one of these, before any booster; none"
                                    + " named means all.")
                    .byDefault(List.of());

    private static final Setting<List<String>> RECORDING_METHODS =
            Setting.choices("recordingMethods", RecordingMethod.all())
                    .describedAs(
                            "Only records made so: `SENSED` by a device, `MANUAL` entered by hand,"
                                    + " `DERIVED` from others. None named means all, also those"
                                    + " whose provider does not tell.")
                    .byDefault(List.of());

    /** The trigger of a pipeline; the same for every source, which its providers tell apart. */
    static final Settings TRIGGER =
            Settings.of(RECORD, PROVIDERS, ACTIVITY_TYPES, RECORDING_METHODS);

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

    /** The trigger with these values. */
    static Trigger trigger(Values values) {
        return new Trigger(
                values.of(RECORD),
                values.of(PROVIDERS),
                values.of(ACTIVITY_TYPES),
                values.of(RECORDING_METHODS));
    }

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
