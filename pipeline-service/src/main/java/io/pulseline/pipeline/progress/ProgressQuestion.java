package io.pulseline.pipeline.progress;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.PersonalBests;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parameters of questions; an unknown or wrong one is refused by its name. */
final class ProgressQuestion {
    private static final Setting<List<String>> GROUP =
            Setting.choices("group", PersonalBests.groups()).byDefault(List.of());

    private static final Settings RECORDS = Settings.of(GROUP);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private ProgressQuestion() {}

    /**
     * The groups whose records are wanted; none for all.
     *
     * @throws InvalidFormException naming every parameter that is wrong
     */
    static List<String> groups(Map<String, List<String>> parameters) {
        Form form = form(parameters, Set.of(GROUP.name()));
        List<String> groups = RECORDS.read(form).of(GROUP);
        form.refuseIfWrong();
        return groups;
    }

    /**
     * A Streak booster with these parameters as its settings.
     *
     * @throws InvalidFormException naming every parameter that is wrong
     */
    static Booster streak(Map<String, List<String>> parameters) {
        Form form = form(parameters, Set.of("activityTypes"));
        return Boosters.byId("streak")
                .flatMap(type -> type.read(form))
                .orElseThrow(() -> new InvalidFormException(form.errors()));
    }

    /**
     * For questions without parameters.
     *
     * @throws InvalidFormException naming every parameter
     */
    static void none(Map<String, List<String>> parameters) {
        if (!parameters.isEmpty()) {
            throw new InvalidFormException(
                    parameters.keySet().stream()
                            .sorted()
                            .map(name -> new FieldError(name, "is not known here"))
                            .toList());
        }
    }

    /** As JSON would say it: lists by repeating the parameter, whole numbers in digits. */
    private static Form form(Map<String, List<String>> parameters, Set<String> lists) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, values) -> {
            if (lists.contains(name)) {
                ArrayNode list = json.putArray(name);
                values.forEach(list::add);
            } else if (values.size() == 1 && WHOLE_NUMBER.matcher(values.getFirst()).matches()) {
                json.put(name, Integer.parseInt(values.getFirst()));
            } else {
                json.put(name, String.join(" ", values));
            }
        });
        return Form.of(json);
    }
}
