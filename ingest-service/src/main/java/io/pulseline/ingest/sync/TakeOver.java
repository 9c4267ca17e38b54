package io.pulseline.ingest.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new thing takes over of the same thing at another provider.
 *
 * @param thingKey as it was given at first sight
 * @param capturedAt of what was last told under that key: what is told next is newer; null if
 *     nothing was
 */
record TakeOver(String thingKey, @Nullable Instant capturedAt) {
    /**
     * A thing in the ledger, of any connection of the user.
     *
     * @param elsewhere whether another provider shows it
     * @param held whether the connection that is read holds this key for a thing that is there
     * @param capturedAt null if it was never told
     */
    record Known(
            String thingKey,
            Sighting sighting,
            boolean elsewhere,
            boolean held,
            @Nullable Instant capturedAt) {}

    private record Pair(String id, String thingKey, double share, Duration apart) {
        private static final Comparator<Pair> BEST_FIRST =
                Comparator.comparingDouble(Pair::share)
                        .reversed()
                        .thenComparing(Pair::apart)
                        .thenComparing(Pair::id)
                        .thenComparing(Pair::thingKey);

        static Pair of(String id, Sighting fresh, Known known) {
            return new Pair(
                    id,
                    known.thingKey(),
                    fresh.share(known.sighting()),
                    Duration.between(fresh.startsAt(), known.sighting().startsAt()).abs());
        }
    }

    /**
     * Pairs new things with those known elsewhere, best overlap first; a key goes to one thing of a
     * connection only, and the thing that fits less well is another one.
     *
     * @param fresh new things by their ids
     * @return what they take over, by id
     */
    static Map<String, TakeOver> of(Map<String, Sighting> fresh, List<Known> known) {
        Set<String> used = new HashSet<>();
        known.stream().filter(Known::held).map(Known::thingKey).forEach(used::add);
        List<Pair> pairs = new ArrayList<>();
        fresh.forEach((id, sighting) ->
                known.stream()
                        .filter(Known::elsewhere)
                        .filter(thing -> sighting.isSame(thing.sighting()))
                        .forEach(thing -> pairs.add(Pair.of(id, sighting, thing))));
        pairs.sort(Pair.BEST_FIRST);
        Map<String, TakeOver> taking = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!taking.containsKey(pair.id()) && used.add(pair.thingKey())) {
                taking.put(
                        pair.id(), new TakeOver(pair.thingKey(), newest(pair.thingKey(), known)));
            }
        }
        return taking;
    }

    private static @Nullable Instant newest(String thingKey, List<Known> known) {
        Instant newest = null;
        for (Known thing : known) {
            Instant at = thing.capturedAt();
            boolean newer = at != null && (newest == null || at.isAfter(newest));
            newest = newer && thing.thingKey().equals(thingKey) ? at : newest;
        }
        return newest;
    }
}
