package io.pulseline.pipeline.booster.heart;

import io.pulseline.pipeline.setting.Word;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the description shows the heart-rate zones. */
public enum ZoneStyle implements Word {
    /** A bar of squares, as long as the share of the time, and the time. */
    EMOJI("emoji"),
    /** Whole percent of the time. */
    PERCENTAGE("percentage"),
    /** The time, and whole percent of it. */
    TEXT("text"),
    /** Values only. */
    NONE("none");

    private static final List<String> SQUARES = List.of("🟪", "🟦", "🟩", "🟨", "🟧", "🟥");
    private static final String EMPTY_SQUARE = "⬜";
    private static final int BAR_SQUARES = 10;
    private static final double LEAST_VISIBLE_SECONDS = 60;

    private final String word;

    ZoneStyle(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** A heading and one line for each zone, lowest first; null for values only. */
    public @Nullable String text(List<ZoneTime> zones) {
        if (this == NONE) {
            return null;
        }
        StringBuilder text = new StringBuilder("Heart rate zones");
        for (int position = 0; position < zones.size(); position++) {
            ZoneTime zone = zones.get(position);
            String square = square(position, zones.size());
            text.append('\n').append(line(zone, square));
        }
        return text.toString();
    }

    private String line(ZoneTime zone, String square) {
        return switch (this) {
            case EMOJI -> bar(zone, square) + " " + zone.name() + " " + minutes(zone);
            case PERCENTAGE -> zone.name() + ": " + percent(zone);
            case TEXT -> zone.name() + ": " + minutes(zone) + " (" + percent(zone) + ")";
            case NONE -> "";
        };
    }

    /** From violet for the lowest zone to red for the highest, whatever their number. */
    private static String square(int position, int zones) {
        int warmest = SQUARES.size() - 1;
        return zones == 1
                ? SQUARES.getFirst()
                : SQUARES.get((int) Math.round((double) position * warmest / (zones - 1)));
    }

    /** A full bar is all of the time; a whole minute is always seen. */
    private static String bar(ZoneTime zone, String square) {
        int least = zone.seconds() >= LEAST_VISIBLE_SECONDS ? 1 : 0;
        int filled = Math.max(least, (int) Math.round(zone.share() * BAR_SQUARES));
        return square.repeat(filled) + EMPTY_SQUARE.repeat(BAR_SQUARES - filled);
    }

    private static String minutes(ZoneTime zone) {
        long whole = Math.round(zone.seconds());
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static String percent(ZoneTime zone) {
        return Math.round(100 * zone.share()) + " %";
    }
}
