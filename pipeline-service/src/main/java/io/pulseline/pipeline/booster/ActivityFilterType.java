package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.booster.criterion.Criteria;
import io.pulseline.pipeline.booster.criterion.CriteriaSettings;
import io.pulseline.pipeline.booster.criterion.Criterion;
import io.pulseline.pipeline.booster.criterion.OfType;
import io.pulseline.pipeline.booster.criterion.TextField;
import io.pulseline.pipeline.booster.criterion.TextIs;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Activity Filter: halts activities that are excluded, or not included. */
final class ActivityFilterType implements BoosterType {
    private static final int MOST_TEXTS = 50;
    private static final int LONGEST_TEXT = 200;

    private static final Setting<List<String>> EXCLUDE_TYPES =
            types("excludeTypes").describedAs("Activities of these types are left out.");

    private static final Setting<List<String>> EXCLUDE_TITLES =
            texts("excludeTitles")
                    .describedAs("Activities whose title contains one of these are left out.");

    private static final Setting<List<String>> EXCLUDE_DESCRIPTIONS =
            texts("excludeDescriptions")
                    .describedAs(
                            "Activities whose description contains one of these are left out.");

    private static final Setting<List<String>> INCLUDE_TYPES =
            types("includeTypes").describedAs("Only activities of these types go on.");

    private static final Setting<List<String>> INCLUDE_TITLES =
            texts("includeTitles")
                    .describedAs("Only activities whose title contains one of these go on.");

    private static final Setting<List<String>> INCLUDE_DESCRIPTIONS =
            texts("includeDescriptions")
                    .describedAs("Only activities whose description contains one of these go on.");

    private static final Settings SETTINGS =
            CriteriaSettings.extentsAfter(
                            EXCLUDE_TYPES,
                            EXCLUDE_TITLES,
                            EXCLUDE_DESCRIPTIONS,
                            INCLUDE_TYPES,
                            INCLUDE_TITLES,
                            INCLUDE_DESCRIPTIONS)
                    .check(ActivityFilterType::checkItFilters);

    private static Setting<List<String>> types(String name) {
        return Setting.choices(name, ActivityType.all()).byDefault(List.of());
    }

    private static Setting<List<String>> texts(String name) {
        return Setting.texts(name, 0, MOST_TEXTS, LONGEST_TEXT).byDefault(List.of());
    }

    @Override
    public String id() {
        return "activity-filter";
    }

    @Override
    public String title() {
        return "Activity Filter";
    }

    @Override
    public String description() {
        return "Halts activities that are not wanted. One exclusion is enough to halt; inclusions"
                + " of several kinds must all hold, and an activity that lacks what a limit speaks"
                + " of does not go on.";
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
        return filter(values);
    }

    private static ActivityFilter filter(Values values) {
        List<Criterion> inclusions =
                new ArrayList<>(lists(values, INCLUDE_TYPES, INCLUDE_TITLES, INCLUDE_DESCRIPTIONS));
        inclusions.addAll(CriteriaSettings.extents(values));
        return new ActivityFilter(
                lists(values, EXCLUDE_TYPES, EXCLUDE_TITLES, EXCLUDE_DESCRIPTIONS),
                new Criteria(inclusions));
    }

    private static List<Criterion> lists(
            Values values,
            Setting<List<String>> types,
            Setting<List<String>> titles,
            Setting<List<String>> descriptions) {
        List<Criterion> criteria = new ArrayList<>();
        if (!values.of(types).isEmpty()) {
            criteria.add(new OfType(values.of(types)));
        }
        if (!values.of(titles).isEmpty()) {
            criteria.add(TextIs.containing(TextField.TITLE, values.of(titles)));
        }
        if (!values.of(descriptions).isEmpty()) {
            criteria.add(TextIs.containing(TextField.DESCRIPTION, values.of(descriptions)));
        }
        return criteria;
    }

    private static void checkItFilters(Values values, Form form) {
        ActivityFilter filter = filter(values);
        if (filter.exclusions().isEmpty() && filter.inclusions().isEmpty()) {
            form.complain(EXCLUDE_TYPES.name(), "or another list or limit is required");
        }
    }
}
