package io.pulseline.pipeline.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import java.util.Optional;

/** Reads corrections that users send. */
final class CorrectionForm {
    private static final double MOST_METRES = 10_000_000;
    private static final double MOST_GAIN_METRES = 100_000;

    private static final Setting<Boolean> COUNTS = Setting.flag("counts").byDefault(true);

    private static final Setting<Optional<String>> ACTIVITY_TYPE =
            Setting.choice("activityType", ActivityType.all()).optional();

    private static final Setting<Optional<Double>> DISTANCE_METRES =
            Setting.number("distanceMetres", 0, MOST_METRES).optional();

    private static final Setting<Optional<Double>> ELEVATION_GAIN_METRES =
            Setting.number("elevationGainMetres", 0, MOST_GAIN_METRES).optional();

    private static final Setting<Boolean> BEST_EFFORTS =
            Setting.flag("bestEfforts").byDefault(true);

    private static final Settings SETTINGS =
            Settings.of(
                    COUNTS, ACTIVITY_TYPE, DISTANCE_METRES, ELEVATION_GAIN_METRES, BEST_EFFORTS);

    private CorrectionForm() {}

    /**
     * The correction in a body.
     *
     * @throws io.pulseline.pipeline.form.InvalidFormException naming every wrong field
     * @throws JsonProcessingException if it is not JSON
     */
    static Correction read(byte[] body) throws JsonProcessingException {
        Form form = Form.read(body);
        Values values = SETTINGS.read(form);
        form.refuseIfWrong();
        return new Correction(
                values.of(COUNTS),
                values.of(ACTIVITY_TYPE).orElse(null),
                values.of(DISTANCE_METRES).orElse(null),
                values.of(ELEVATION_GAIN_METRES).orElse(null),
                values.of(BEST_EFFORTS));
    }
}
