package io.pulseline.pipeline.booster;

/** What people call the distances of best efforts. */
final class StandardDistance {
    private StandardDistance() {}

    /** Of a distance in whole metres: {@code 400 m}, {@code 5 km}, {@code half marathon}. */
    static String name(int metres) {
        return switch (metres) {
            case 1_609 -> "1 mile";
            case 3_219 -> "2 miles";
            case 8_047 -> "5 miles";
            case 16_093 -> "10 miles";
            case 21_098 -> "half marathon";
            case 32_187 -> "20 miles";
            case 42_195 -> "marathon";
            case 48_280 -> "30 miles";
            default -> metres < 1_000 ? metres + " m" : metres / 1_000 + " km";
        };
    }
}
