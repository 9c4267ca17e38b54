package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.criterion.CriteriaSettings;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Condition: another title or description for activities that are as asked. */
final class ConditionType implements BoosterType {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 5_000;

    private static final Setting<Optional<String>> TITLE =
            Setting.text("titleTemplate", LONGEST_TITLE)
                    .describedAs(
                            "The new title. Variables: " + ActivityTemplate.Variable.all() + ".")
                    .optional();

    private static final Setting<Optional<String>> DESCRIPTION =
            Setting.text("descriptionTemplate", LONGEST_DESCRIPTION)
                    .describedAs(
                            "Takes the place of the description of the source. Variables: "
                                    + ActivityTemplate.Variable.all()
                                    + ".")
                    .optional();

    private static final Settings SETTINGS =
            CriteriaSettings.allAfter(TITLE, DESCRIPTION).check(ConditionType::checkTemplates);

    @Override
    public String id() {
        return "condition";
    }

    @Override
    public String title() {
        return "Condition";
    }

    @Override
    public String description() {
        return "Gives a title or a description to activities for which everything holds that is"
                + " asked here, for example to those that start at the weekend around a place.";
    }

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
        return SETTINGS;
    }

    @Override
    public Booster configured(Values values, Form form) {
        return new Condition(
                CriteriaSettings.all(values),
                values.of(TITLE).map(ActivityTemplate::new).orElse(null),
                values.of(DESCRIPTION).map(ActivityTemplate::new).orElse(null));
    }

    private static void checkTemplates(Values values, Form form) {
        if (values.of(TITLE).isEmpty() && values.of(DESCRIPTION).isEmpty()) {
            form.complain(TITLE.name(), "or " + DESCRIPTION.name() + " is required");
        }
        checkVariables(TITLE, values, form);
        checkVariables(DESCRIPTION, values, form);
    }

    private static void checkVariables(
            Setting<Optional<String>> setting, Values values, Form form) {
        List<String> unknown =
                values.of(setting)
                        .map(text -> new ActivityTemplate(text).unknownVariables())
                        .orElse(List.of());
        if (!unknown.isEmpty()) {
            form.complain(
                    setting.name(),
                    "knows no variable {"
                            + String.join("}, {", unknown)
                            + "}, only "
                            + ActivityTemplate.Variable.all());
        }
    }
}
