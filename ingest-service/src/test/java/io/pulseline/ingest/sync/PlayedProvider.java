package io.pulseline.ingest.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.DatedPart.Trait;
import io.pulseline.ingest.sync.SeriesQuestion.Detail;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A provider that has what the test gives it, and remembers what it was asked. */
final class PlayedProvider implements DataProvider {
    /** The refusal that no consent helps against. */
    static final String NO_RIGHT = "no right to detail";

    private static final String DAILY_STEPS = "daily-steps";

    private final Clock clock;
    private final Map<String, Map<LocalDate, List<String>>> entries = new HashMap<>();
    private final Map<LocalDate, Map<Integer, String>> rows = new TreeMap<>();
    private final Map<String, ListedThing> things = new TreeMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Set<String> rejected = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private @Nullable LocalDateTime synced;
    private @Nullable LocalDate unfinishedFrom;
    private boolean devicesHidden;
    private boolean strange;

    PlayedProvider(Clock clock) {
        this.clock = clock;
    }

    PlayedProvider synced(LocalDateTime at) {
        synced = at;
        return this;
    }

    /** From now on nothing is to be had of the devices. */
    PlayedProvider hidesDevices() {
        devicesHidden = true;
        return this;
    }

    /** A part of a date; no entry takes it away. */
    PlayedProvider has(String partKind, LocalDate date, String... parts) {
        entries.computeIfAbsent(partKind, _ -> new TreeMap<>()).put(date, List.of(parts));
        return this;
    }

    PlayedProvider hasRows(LocalDate date, int hour, String hash) {
        rows.computeIfAbsent(date, _ -> new TreeMap<>()).put(hour, hash);
        return this;
    }

    PlayedProvider hasSteps(LocalDate date, String total) {
        return has(DAILY_STEPS, date, total);
    }

    /** Sleep with local times, an hour long. */
    PlayedProvider hasSleep(String id, LocalDateTime start, ZoneHistory zones, String body) {
        Instant from = zones.instantOf(start);
        things.put(
                id,
                new ListedThing(
                        id,
                        from,
                        from.plusSeconds(3600),
                        start.plusHours(1).toLocalDate(),
                        null,
                        List.of(),
                        part(PartKind.LOG, body)));
        return this;
    }

    /** From now on it is still working on something of that date; null for no longer. */
    PlayedProvider worksOn(@Nullable LocalDate date) {
        unfinishedFrom = date;
        return this;
    }

    PlayedProvider loses(String id) {
        things.remove(id);
        return this;
    }

    PlayedProvider refuses(String what, String reason) {
        refused.put(what, reason);
        return this;
    }

    /** From now on it does not take this question (400). */
    PlayedProvider rejects(String what) {
        rejected.add(what);
        return this;
    }

    /** From now on entries have a shape nobody knows. */
    PlayedProvider becomesStrange() {
        strange = true;
        return this;
    }

    /** Questions so far, forgotten with this. */
    List<String> asked() {
        List<String> questions = List.copyOf(asked);
        asked.clear();
        return questions;
    }

    private ReadPart part(String kind, String body) {
        return new ReadPart(
                kind,
                "/played",
                null,
                null,
                kind.equals(DAILY_STEPS) ? 0 : 200,
                "text/plain",
                "METRIC",
                clock.instant(),
                body.getBytes(UTF_8));
    }

    @Override
    public String provider() {
        return OpenSets.Provider.FITBIT;
    }

    @Override
    public Meaning meaningOf(String collection) {
        return new Meaning.NotOurs();
    }

    @Override
    public Set<String> neededScopes(String kind) {
        return Set.of();
    }

    @Override
    public int maximumDays(String kind) {
        return 100;
    }

    @Override
    public ProviderAnswer<Listing> things(String accessToken, ListQuestion question) {
        asked.add(question.kind() + " " + question.from() + ".." + question.to());
        return new ProviderAnswer.Given<>(
                new Listing(
                        List.copyOf(things.values()),
                        List.of(),
                        unfinishedFrom == null,
                        null,
                        unfinishedFrom));
    }

    @Override
    public ListedThing again(String kind, ReadPart self, Set<String> granted, ZoneHistory zones) {
        return things.values().stream()
                .filter(thing ->
                        new String(thing.self().body(), UTF_8)
                                .equals(new String(self.body(), UTF_8)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such thing"));
    }

    @Override
    public ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones) {
        return new ProviderAnswer.Absent<>("404");
    }

    @Override
    public List<DatedPart> datedParts(String kind) {
        return switch (kind) {
            case PayloadKind.HEART_RATE_VARIABILITY ->
                    List.of(
                            DatedPart.of(PartKind.HRV_SUMMARY, 30, "heartrate"),
                            DatedPart.detail(
                                    PartKind.HRV_INTRADAY, 30, "heartrate", PartKind.HRV_SUMMARY));
            case PayloadKind.OXYGEN_SATURATION ->
                    List.of(
                            DatedPart.of(PartKind.SPO2_SUMMARY, 30, "oxygen_saturation"),
                            DatedPart.detail(
                                    PartKind.SPO2_INTRADAY,
                                    1,
                                    "oxygen_saturation",
                                    PartKind.SPO2_SUMMARY));
            case PayloadKind.DAILY_SUMMARY ->
                    List.of(
                            DatedPart.of(
                                    PartKind.SKIN_TEMPERATURE, 30, "temperature", Trait.OF_NIGHT),
                            DatedPart.of(
                                    PartKind.HEART_RATE_DAILY,
                                    100,
                                    "heartrate",
                                    Trait.FIGURE,
                                    Trait.TELLS_HEART_RATE),
                            DatedPart.of(
                                    DAILY_STEPS,
                                    100,
                                    "activity",
                                    Trait.FIGURE,
                                    Trait.TELLS_STEPS,
                                    Trait.COMPARED_ONLY),
                            DatedPart.of(PartKind.ACTIVITY_SUMMARY, 1, "activity"));
            default -> List.of();
        };
    }

    @Override
    public ProviderAnswer<DatedReading> dated(
            String accessToken, String partKind, LocalDate from, LocalDate to) {
        asked.add(partKind + " " + from + ".." + to);
        if (refused.containsKey(partKind)) {
            return new ProviderAnswer.Forbidden<>(refused.get(partKind));
        }
        if (rejected.contains(partKind)) {
            return new ProviderAnswer.Rejected<>("400 validation");
        }
        if (strange) {
            Unreadable whole = new Unreadable(part(partKind, "[" + from + "]"), "strange");
            return new ProviderAnswer.Given<>(new DatedReading(from, to, Map.of(), List.of(whole)));
        }
        Map<LocalDate, List<ReadPart>> byDate = new TreeMap<>();
        entries.getOrDefault(partKind, Map.of())
                .forEach((date, bodies) -> {
                    if (!date.isBefore(from) && !date.isAfter(to) && !bodies.isEmpty()) {
                        byDate.put(
                                date, bodies.stream().map(body -> part(partKind, body)).toList());
                    }
                });
        return new ProviderAnswer.Given<>(new DatedReading(from, to, byDate, List.of()));
    }

    @Override
    public ProviderAnswer<SeriesReading> series(String accessToken, SeriesQuestion question) {
        String what = question.kind() + " " + question.date() + "T" + question.fromHour();
        asked.add(what + (question.detail() == Detail.FINE ? "" : " coarse"));
        String reason = refused.get(question.kind() + " " + question.detail());
        if (reason != null) {
            return new ProviderAnswer.Forbidden<>(reason);
        }
        Map<Integer, String> hours = new TreeMap<>(rows.getOrDefault(question.date(), Map.of()));
        hours.keySet().removeIf(hour -> hour < question.fromHour());
        return new ProviderAnswer.Given<>(
                new SeriesReading(List.of(part(question.kind(), hours.toString())), hours));
    }

    @Override
    public boolean refusesDetail(String reason) {
        return reason.equals(NO_RIGHT);
    }

    /** What is told of the user's one tracker. */
    ProviderAnswer<List<Device>> devices(ZoneHistory zones) {
        asked.add("devices");
        if (devicesHidden) {
            return new ProviderAnswer.Unavailable<>("status 502");
        }
        Instant at = synced == null ? null : zones.instantOf(synced);
        return new ProviderAnswer.Given<>(
                List.of(new Device("1", "Charge 6", Device.TRACKER, 80, at)));
    }

    @Override
    public ProviderAnswer<Optional<LocalDate>> memberSince(String accessToken) {
        return new ProviderAnswer.Given<>(Optional.empty());
    }
}
