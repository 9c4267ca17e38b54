package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.pipeline.form.Form;
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
    private static final Setting<String> RECORD =
            Setting.choice("record", List.of(Trigger.ACTIVITY, Trigger.METRIC))
                    .describedAs("Kind of record that starts the pipeline.")
                    .byDefault(Trigger.ACTIVITY);

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

    private static final Setting<List<String>> METRICS =
            Setting.choices("metrics", RecordType.metrics())
                    .describedAs("Only metrics of these types; none named means all.")
                    .byDefault(List.of());

    /** The trigger of a pipeline; the same for every source, which its providers tell apart. */
    static final Settings TRIGGER =
            Settings.of(RECORD, PROVIDERS, ACTIVITY_TYPES, RECORDING_METHODS, METRICS)
                    .check(Sources::checkKind);

    private static final List<Part> ALL =
            List.of(
                    new Source(
                            "fitbit",
                            "Fitbit",
                            "Activities and metrics of Fitbit devices, read through the Fitbit Web API."),
                    new Source(
                            "google-health",
                            "Google Health",
                            "Activities and metrics of Fitbit devices and of what else a Google account"
                                    + " gathers,"
                                    + " read through the Google Health API."),
                    new Source(
                            "other",
                            "Other producers",
                            "Records that anybody else puts on the topics `health.*`, and files that"
                                    + " users send."));

    private Sources() {}

    /** Each list stands with its own kind of record only: it would never be met with the other. */
    private static void checkKind(Values values, Form form) {
        boolean isForActivities = values.of(RECORD).equals(Trigger.ACTIVITY);
        Setting<List<String>> strange = isForActivities ? METRICS : ACTIVITY_TYPES;
        if (!values.of(strange).isEmpty()) {
            form.complain(strange.name(), "stands only with the other kind of record");
        }
    }

    /** The trigger with these values. */
    static Trigger trigger(Values values) {
        return new Trigger(
                values.of(RECORD),
                values.of(PROVIDERS),
                values.of(ACTIVITY_TYPES),
                values.of(RECORDING_METHODS),
                values.of(METRICS));
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
