package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import java.util.List;

/**
 * Heart Rate Zones: how long the heart was in each zone.
 *
 * <p>Configuration: {@code method} (provider: the source's own zones), {@code style} of the
 * description (text, or none for values only).
 */
final class HeartRateZonesType implements BoosterType {
    private static final List<String> METHODS = List.of("provider");
    private static final String TEXT = "text";
    private static final List<String> STYLES = List.of(TEXT, "none");

    @Override
    public String id() {
        return "heart-rate-zones";
    }

    @Override
    public Booster configured(Form configuration) {
        configuration.knowsOnly("method", "style");
        // One method so far; asked, so that a wrong one is refused.
        configuration.optionalChoice("method", METHODS);
        String style = configuration.optionalChoice("style", STYLES).orElse(TEXT);
        return new HeartRateZones(style.equals(TEXT));
    }
}
