package io.pulseline.ingest.connection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The user's time zones as the provider told them, oldest first. */
public record ZoneHistory(List<Since> zones) {
    /** Nothing known yet. */
    public static final ZoneHistory UNKNOWN = new ZoneHistory(List.of());

    private static final String FROM_THE_BEGINNING = "-";

    public ZoneHistory {
        zones = List.copyOf(zones);
    }

    /**
     * One zone and when it began.
     *
     * @param date first local date with this zone; null for the oldest known one
     */
    public record Since(@Nullable LocalDate date, ZoneId zone) {}

    /** The newest zone, if any is known. */
    public Optional<ZoneId> current() {
        return zones.isEmpty() ? Optional.empty() : Optional.of(zones.getLast().zone());
    }

    /**
     * The zone that was valid on a local date: that of the latest entry since then or before, and
     * the oldest known one for dates before all entries. Empty only if no zone is known.
     */
    public Optional<ZoneId> on(LocalDate date) {
        return zones.reversed().stream()
                .filter(since -> since.date() == null || !since.date().isAfter(date))
                .findFirst()
                .or(() -> zones.stream().findFirst())
                .map(Since::zone);
    }

    /**
     * The history after the provider told a zone; the same object if that is no news.
     *
     * @param today the local date in the zone told
     */
    public ZoneHistory told(ZoneId zone, LocalDate today) {
        if (current().filter(zone::equals).isPresent()) {
            return this;
        }
        List<Since> longer = new ArrayList<>(zones);
        // Across the date line westwards today may lie before the day of the last change.
        longer.removeIf(since -> since.date() != null && !since.date().isBefore(today));
        longer.add(new Since(longer.isEmpty() ? null : today, zone));
        return new ZoneHistory(longer);
    }

    /** One line per zone: first local date, a blank, the zone. */
    String text() {
        return zones.stream()
                .map(since ->
                        (since.date() == null ? FROM_THE_BEGINNING : since.date())
                                + " "
                                + since.zone())
                .collect(Collectors.joining("\n"));
    }

    static ZoneHistory parse(String text) {
        return new ZoneHistory(text.lines().map(ZoneHistory::since).toList());
    }

    private static Since since(String line) {
        int blank = line.indexOf(' ');
        String date = line.substring(0, blank);
        return new Since(
                date.equals(FROM_THE_BEGINNING) ? null : LocalDate.parse(date),
                ZoneId.of(line.substring(blank + 1)));
    }
}
