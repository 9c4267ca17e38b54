package io.pulseline.ingest.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.googlehealth.PointReader.Page;
import io.pulseline.ingest.googlehealth.PointReader.Points;
import io.pulseline.ingest.sync.ListQuestion;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.Listing;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Exercises and sleeps: each a data point with a name of its own. */
@ApplicationScoped
class GoogleThings {
    /** Longer ones are forgotten timers; their heart rate alone would be weeks. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Google works out a night within the hour. What it has not touched for so long stays as it is,
     * and is told as it is.
     */
    private static final Duration WORKED_ON = Duration.ofHours(12);

    private final PointReader reader;

    GoogleThings(PointReader reader) {
        this.reader = reader;
    }

    ProviderAnswer<Listing> list(String accessToken, ListQuestion question) {
        PointQuestion points =
                question.kind().equals(PayloadKind.SLEEP)
                        ? PointQuestion.sleeps(PartKind.SLEEP, question.from(), question.to())
                        : PointQuestion.exercises(
                                PartKind.EXERCISE, question.from(), question.to());
        return reader.read(accessToken, points)
                .then(read -> new ProviderAnswer.Given<>(listing(question, points.type(), read)));
    }

    static Listing listing(ListQuestion question, String type, Points points) {
        Map<String, ListedThing> things = new LinkedHashMap<>();
        List<Unreadable> unreadable = new ArrayList<>();
        boolean isAllWhole = true;
        NavigableSet<LocalDate> workedOn = new TreeSet<>();
        for (Page page : points.pages()) {
            for (byte[] bytes : page.points()) {
                ReadPart self = page.document().part(type, question.from(), question.to(), bytes);
                switch (read(self, question.granted(), question.zones())) {
                    case Reading.Whole(ListedThing thing) -> things.put(thing.providerId(), thing);
                    case Reading.Unfinished(Optional<LocalDate> date) -> {
                        isAllWhole = false;
                        date.ifPresent(workedOn::add);
                    }
                    case Reading.Strange(String reason) ->
                            unreadable.add(new Unreadable(self, reason));
                }
            }
        }
        List<ListedThing> ordered =
                things.values().stream()
                        .sorted(
                                Comparator.comparing(ListedThing::startsAt)
                                        .thenComparing(ListedThing::providerId))
                        .toList();
        // What is under way may be one that we know: nothing must be taken for gone.
        boolean complete = points.complete() && unreadable.isEmpty() && isAllWhole;
        return new Listing(
                ordered, unreadable, complete, null, workedOn.isEmpty() ? null : workedOn.first());
    }

    /** What a data point turns out to be. */
    private sealed interface Reading {
        record Whole(ListedThing thing) implements Reading {}

        /**
         * It goes on, or Google is still working on it: it comes again under the same name.
         *
         * @param workedOn its date; empty where nothing more is to be expected, as of an exercise
         *     that nobody ended
         */
        record Unfinished(Optional<LocalDate> workedOn) implements Reading {}

        record Strange(String reason) implements Reading {}
    }

    private static Reading read(ReadPart self, Set<String> granted, ZoneHistory zones) {
        Point point;
        try {
            point = Point.read(self.body(), self.kind());
        } catch (IOException _) {
            return new Reading.Strange("a data point that is not JSON");
        }
        Optional<String> id = point.id();
        Optional<Instant> start = point.start();
        if (id.isEmpty() || start.isEmpty()) {
            return new Reading.Strange("a data point without a name or a start");
        }
        Optional<Instant> end = point.end();
        if (end.isEmpty()) {
            LocalDate date = dateOf(start.get(), point.startOffset(), zones);
            return new Reading.Unfinished(
                    Optional.of(date).filter(_ -> isWorkedOn(point, start.get(), self)));
        }
        boolean sane =
                !end.get().isBefore(start.get())
                        && Duration.between(start.get(), end.get()).compareTo(LONGEST) <= 0;
        if (!sane) {
            return new Reading.Strange("a data point whose end does not fit its start");
        }
        boolean sleep = self.kind().equals(PartKind.SLEEP);
        Instant dated = sleep ? end.get() : start.get();
        LocalDate date = dateOf(dated, sleep ? point.endOffset() : point.startOffset(), zones);
        if (sleep && !point.isSleepDone() && isWorkedOn(point, end.get(), self)) {
            return new Reading.Unfinished(Optional.of(date));
        }
        return new Reading.Whole(
                new ListedThing(
                        id.get(),
                        start.get(),
                        end.get(),
                        date,
                        point.startOffset().orElse(null),
                        sleep ? List.of() : promised(point, granted),
                        self));
    }

    /**
     * @param known an instant of it that is known, where Google does not tell when it wrote it
     */
    private static boolean isWorkedOn(Point point, Instant known, ReadPart self) {
        return self.capturedAt().isBefore(point.touchedAt().orElse(known).plus(WORKED_ON));
    }

    private static LocalDate dateOf(Instant at, Optional<ZoneOffset> told, ZoneHistory zones) {
        ZoneId zone = told.<ZoneId>map(offset -> offset).orElseGet(() -> zoneAt(zones, at));
        return at.atZone(zone).toLocalDate();
    }

    private static ZoneId zoneAt(ZoneHistory zones, Instant at) {
        return zones.zoneOn(zones.dateOf(at));
    }

    /** Parts to expect; what the user did not consent to is not promised to us. */
    private static List<String> promised(Point exercise, Set<String> granted) {
        List<String> promised = new ArrayList<>();
        boolean heart =
                !exercise.value()
                        .path("metricsSummary")
                        .path("averageHeartRateBeatsPerMinute")
                        .isMissingNode();
        if (heart && granted.contains(GoogleScopes.HEALTH)) {
            promised.add(PartKind.HEART_RATE);
        }
        boolean track = exercise.value().path("exerciseMetadata").path("hasGps").asBoolean(false);
        if (track && granted.contains(GoogleScopes.LOCATION)) {
            promised.add(PartKind.TCX);
        }
        return promised;
    }

    /**
     * Reads kept bytes again.
     *
     * @throws IllegalArgumentException if these are not bytes that {@link #list} gave
     */
    ListedThing again(ReadPart self, Set<String> granted, ZoneHistory zones) {
        if (read(self, granted, zones) instanceof Reading.Whole(ListedThing thing)) {
            return thing;
        }
        throw new IllegalArgumentException("these bytes are no whole exercise or sleep");
    }
}
