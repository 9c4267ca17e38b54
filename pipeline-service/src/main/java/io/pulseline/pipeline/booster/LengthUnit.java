package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.setting.Word;
import java.util.Locale;

/** In what a person counts a way. Only texts follow it: values stay in metres and kilometres. */
enum LengthUnit implements Word {
    KILOMETRES("kilometres", 1000, "km", "km/h"),
    /** International miles. */
    MILES("miles", 1609.344, "mi", "mph");

    private final String word;
    private final double metres;
    private final String symbol;
    private final String speedSymbol;

    LengthUnit(String word, double metres, String symbol, String speedSymbol) {
        this.word = word;
        this.metres = metres;
        this.symbol = symbol;
        this.speedSymbol = speedSymbol;
    }

    @Override
    public String word() {
        return word;
    }

    double metres() {
        return metres;
    }

    /** For example {@code 5:12 /km}. */
    String pace(double secondsPerMetre) {
        return MinutesAndSeconds.of(secondsPerMetre * metres) + " /" + symbol;
    }

    /** For example {@code 0.42 km}. */
    String length(double lengthMetres) {
        return String.format(Locale.ROOT, "%.2f %s", lengthMetres / metres, symbol);
    }

    /** For example {@code 12.3 km/h}. */
    String speed(double metresPerSecond) {
        return String.format(Locale.ROOT, "%.1f %s", metresPerSecond * 3600 / metres, speedSymbol);
    }
}
