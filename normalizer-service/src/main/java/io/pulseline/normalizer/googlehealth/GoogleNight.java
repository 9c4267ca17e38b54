package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in the night that ended on a local date, of pages in any order that may hold
 * the evening before, naps and other nights.
 *
 * <p>Google says of no sample to which sleep it belongs, and a record holds those of the main
 * sleep. So samples are parted into sleeps where {@link #APART} passes without one, the gap after
 * which Google itself gives up a sleep's stages (fact sheet 4.7). Of the sleeps that ended on the
 * date, by the clocks there, the longest is the night, the rest is passed over. A sleep whose last
 * sample lies that near to the end of the date may go on behind what was asked for, so it counts
 * only where a later sample shows that it was over.
 *
 * <p>Of a night that several devices measured, the one on the wrist is taken ({@link
 * GoogleSource#BEST_FIRST}): two sensors in turns would be a curve that none of them saw.
 *
 * @param <T> what is measured, compared by value
 */
final class GoogleNight<T> {
    private static final Duration APART = Duration.ofHours(2);

    private final DatedPayload dated;
    private final Reader<T> reader;
    private final Set<Sample<T>> samples = new LinkedHashSet<>();

    /** Reads a point's value; null for one that is left out, which it counts itself. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable T read(JsonNode value);
    }

    private record Sample<T>(OffsetDateTime at, GoogleSource source, T value) {}

    private GoogleNight(DatedPayload dated, Reader<T> reader) {
        this.dated = dated;
        this.reader = reader;
    }

    /**
     * Reads all parts of a type.
     *
     * @param taken told of the night's samples in order of time
     */
    static <T> void read(
            DatedPayload dated,
            String type,
            Reader<T> reader,
            BiConsumer<OffsetDateTime, T> taken) {
        GoogleNight<T> night = new GoogleNight<>(dated, reader);
        dated.parts()
                .answered(type)
                .forEach(part -> GooglePage.read(part, dated.oddities(), night::add));
        night.tell(taken);
    }

    private void add(GooglePoint point) {
        OffsetDateTime at = GoogleTimes.sampled(point.value(), dated.times());
        if (at == null) {
            dated.oddities().met(Oddity.ROW_UNREADABLE);
            return;
        }
        T value = reader.read(point.value());
        if (value != null) {
            samples.add(new Sample<>(at, point.source(), value));
        }
    }

    private void tell(BiConsumer<OffsetDateTime, T> taken) {
        List<Sample<T>> inOrder = new ArrayList<>(samples);
        inOrder.sort(Comparator.comparing(sample -> sample.at().toInstant()));
        Optional<List<Sample<T>>> night =
                parted(inOrder, Sample::at).stream()
                        .filter(sleep -> sleep.getLast().at().toLocalDate().equals(dated.date()))
                        .filter(sleep -> isOver(sleep.getLast().at(), inOrder.getLast().at()))
                        .max(
                                Comparator.comparing(sleep ->
                                        Duration.between(
                                                sleep.getFirst().at(), sleep.getLast().at())));
        night.ifPresent(sleep ->
                ofBestSource(sleep, dated.oddities())
                        .forEach(sample -> taken.accept(sample.at(), sample.value())));
    }

    private static boolean isOver(OffsetDateTime last, OffsetDateTime newest) {
        return newest.isAfter(last) || last.plus(APART).toLocalDate().equals(last.toLocalDate());
    }

    private static <T> List<Sample<T>> ofBestSource(List<Sample<T>> night, Oddities oddities) {
        GoogleSource best =
                night.stream().map(Sample::source).min(GoogleSource.BEST_FIRST).orElseThrow();
        List<Sample<T>> taken = new ArrayList<>();
        for (Sample<T> sample : night) {
            if (best.outranks(sample.source())) {
                oddities.met(Oddity.SOURCES_OVERLAP);
            } else {
                taken.add(sample);
            }
        }
        return taken;
    }

    /**
     * The dates on which sleeps ended.
     *
     * @param times of samples, in order
     */
    static Set<LocalDate> dates(List<OffsetDateTime> times) {
        Set<LocalDate> dates = new TreeSet<>();
        parted(times, Function.identity())
                .forEach(sleep -> dates.add(sleep.getLast().toLocalDate()));
        return dates;
    }

    private static <S> List<List<S>> parted(List<S> inOrder, Function<S, OffsetDateTime> time) {
        List<List<S>> sleeps = new ArrayList<>();
        OffsetDateTime before = null;
        for (S sample : inOrder) {
            OffsetDateTime at = time.apply(sample);
            if (before == null || Duration.between(before, at).compareTo(APART) >= 0) {
                sleeps.add(new ArrayList<>());
            }
            sleeps.getLast().add(sample);
            before = at;
        }
        return sleeps;
    }
}
