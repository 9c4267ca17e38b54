package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.tier.Allowance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoostRunTest {
    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final Lookup.HeartRate HOUR = new Lookup.HeartRate(NOW.minusSeconds(3600), NOW);

    private final Map<String, Booster> boosters = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final Activity activity = new Activity();

    BoostRunTest() {
        activity.setTitle("Run");
        activity.setActivityType("RUN");
    }

    @Test
    void eachBoosterSeesWhatTheOnesBeforeItDid() {
        boosters.put("first", _ -> added("Renamed", null, null));
        boosters.put("second", seen -> added(seen.getTitle() + " twice", "HIKE", null));

        Activity boosted = run().described();

        assertThat(boosted.getTitle()).isEqualTo("Renamed twice");
        assertThat(boosted.getActivityType()).isEqualTo("HIKE");
        assertThat(activity.getTitle()).isEqualTo("Run");
    }

    @Test
    void textsFollowTheDescriptionInTheOrderOfTheBoosters() {
        activity.setDescription("By the sea");
        boosters.put("b", _ -> added(null, null, "From b"));
        boosters.put("silent", _ -> new BoostOutcome.Skipped("nothing"));
        boosters.put("a", _ -> added(null, null, "From a"));

        assertThat(run().described().getDescription()).isEqualTo("By the sea\n\nFrom b\n\nFrom a");
    }

    @Test
    void aNewDescriptionTakesThePlaceOfTheSourcesAndTextsFollowIt() {
        activity.setDescription("By the sea");
        boosters.put("before", _ -> added(null, null, "From before"));
        boosters.put(
                "describing",
                _ -> BoostOutcome.Added.builder().description("In the hills").build());
        boosters.put("after", _ -> added(null, null, "From after"));

        assertThat(run().described().getDescription())
                .isEqualTo("In the hills\n\nFrom before\n\nFrom after");
        assertThat(activity.getDescription()).isEqualTo("By the sea");
    }

    @Test
    void settingsThatNoLongerHoldFailTheBoosterAndAreNamed() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put("style", "runes");

        Boosted boosted =
                way(List.of(new BoosterChoice("heart-rate-zones", saved))).through(activity);

        assertThat(boosted.steps())
                .extracting(BoostStep::status, BoostStep::reason)
                .containsExactly(tuple(BoostStep.FAILED, "no longer valid settings: style"));
    }

    @Test
    void withoutAnyTextThereIsNoDescription() {
        boosters.put("silent", _ -> new BoostOutcome.Skipped("nothing"));

        assertThat(run().described().getDescription()).isNull();
    }

    @Test
    void aBoosterThatBreaksDoesNotStopTheOthers() {
        boosters.put(
                "broken",
                _ -> {
                    throw new IllegalStateException("58 beats per minute");
                });
        boosters.put("sound", _ -> added("Fine", null, null));

        Boosted boosted = run();

        assertThat(boosted.steps())
                .extracting(BoostStep::status)
                .containsExactly(BoostStep.FAILED, BoostStep.ADDED);
        assertThat(boosted.steps().getFirst().reason())
                .isEqualTo("our mistake: IllegalStateException");
        assertThat(boosted.end()).isNull();
    }

    @Test
    void aRequiredBoosterThatFailsEndsTheWay() {
        boosters.put("sound", _ -> added("Fine", null, null));
        boosters.put("needed", _ -> new BoostOutcome.Failed("the map is torn"));
        boosters.put("never", _ -> added("Never", null, null));
        required.add("needed");

        Boosted boosted = run();

        assertThat(boosted.end())
                .isEqualTo(
                        new Boosted.End.Failed("required booster needed failed: the map is torn"));
        assertThat(boosted.steps())
                .extracting(BoostStep::status, BoostStep::reason)
                .containsExactly(
                        tuple(BoostStep.ADDED, null), tuple(BoostStep.FAILED, "the map is torn"));
    }

    @Test
    void aRequiredBoosterThatBreaksEndsTheWayToo() {
        boosters.put(
                "needed",
                _ -> {
                    throw new IllegalStateException("58 beats per minute");
                });
        required.add("needed");

        assertThat(run().end())
                .isEqualTo(
                        new Boosted.End.Failed(
                                "required booster needed failed: our mistake:"
                                        + " IllegalStateException"));
    }

    @Test
    void aRequiredBoosterMaySkip() {
        boosters.put("needed", _ -> new BoostOutcome.Skipped("no heart rate"));
        boosters.put("sound", _ -> added("Fine", null, null));
        required.add("needed");

        Boosted boosted = run();

        assertThat(boosted.end()).isNull();
        assertThat(boosted.steps())
                .extracting(BoostStep::status)
                .containsExactly(BoostStep.SKIPPED, BoostStep.ADDED);
    }

    @Test
    void aBoosterThatIsNoMoreFails() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();

        Boosted boosted = way(List.of(new BoosterChoice("weather", true, none))).through(activity);

        assertThat(boosted.end())
                .isEqualTo(
                        new Boosted.End.Failed(
                                "required booster weather failed: there is no booster weather"));
    }

    @Test
    void aBoosterAboveTheTierIsSkippedAndTheWayGoesOn() {
        boosters.put(
                "route-thumbnail",
                _ -> {
                    throw new IllegalStateException("asked");
                });
        boosters.put("source-link", _ -> added(null, null, "Link"));
        required.add("route-thumbnail");

        Boosted boosted = at(NOW, new Allowance(Tier.HOBBYIST, null)).through(activity);

        assertThat(boosted.end()).isNull();
        assertThat(boosted.steps())
                .extracting(BoostStep::status, BoostStep::reason)
                .containsExactly(
                        tuple(BoostStep.SKIPPED, "needs the tier ATHLETE"),
                        tuple(BoostStep.ADDED, null));
    }

    @Test
    void aBoosterOfTheTierIsAsked() {
        boosters.put("route-thumbnail", _ -> added(null, null, "Route"));

        Boosted boosted = at(NOW, new Allowance(Tier.ATHLETE, null)).through(activity);

        assertThat(boosted.steps().getFirst().status()).isEqualTo(BoostStep.ADDED);
    }

    @Test
    void aHaltEndsTheWay() {
        boosters.put("gate", _ -> new BoostOutcome.Halted("too short"));
        boosters.put("never", _ -> added("Never", null, null));

        Boosted boosted = run();

        assertThat(boosted.end()).isEqualTo(new Boosted.End.Halted("too short"));
        assertThat(boosted.steps()).hasSize(1);
    }

    @Test
    void aBoosterThatWaitsHoldsTheWay() {
        Instant soon = Instant.parse("2026-11-21T12:00:00Z");
        boosters.put(
                "patient",
                _ ->
                        new BoostOutcome.Later(
                                soon,
                                "heart rate is not there yet",
                                new Lookup.HeartRate(soon.minusSeconds(60), soon)));
        boosters.put("never", _ -> added("Never", null, null));

        assertThat(run().end())
                .isEqualTo(new Boosted.End.Waiting(soon, "heart rate is not there yet"));
    }

    @Test
    void whatHappenedBeforeABoosterThatWaitsIsKept() {
        AtomicInteger asked = new AtomicInteger();
        boosters.put(
                "namer", _ -> added("Asked " + asked.incrementAndGet() + " times", null, "Text"));
        boosters.put("patient", new Patient(NOW.plusSeconds(60)));
        boosters.put("after", seen -> added(null, null, "After " + seen.getTitle()));
        Boosted waiting = run();
        Waypoint kept = Objects.requireNonNull(waiting.waypoint());

        Boosted later = at(NOW.plusSeconds(60)).through(activity, kept, waiting.steps());

        assertThat(waiting.end()).isInstanceOf(Boosted.End.Waiting.class);
        assertThat(asked).hasValue(1);
        assertThat(later.end()).isNull();
        assertThat(later.steps())
                .extracting(BoostStep::booster, BoostStep::status)
                .containsExactly(
                        tuple("namer", BoostStep.ADDED),
                        tuple("patient", BoostStep.SKIPPED),
                        tuple("after", BoostStep.ADDED));
        assertThat(later.described().getTitle()).isEqualTo("Asked 1 times");
        assertThat(later.steps().getLast().text()).isEqualTo("After Asked 1 times");
    }

    @Test
    void aBoosterThatWaitsKnowsSinceWhen() {
        boosters.put("patient", new Patient(NOW.plusSeconds(60)));
        Waypoint kept = Objects.requireNonNull(run().waypoint());

        Boosted early = at(NOW.plusSeconds(59)).through(activity, kept, List.of());

        assertThat(early.end()).isInstanceOf(Boosted.End.Waiting.class);
        assertThat(Objects.requireNonNull(early.waypoint()).askedFirst()).isEqualTo(NOW);
    }

    @Test
    void theFirstBoosterThatWentOnWithoutIsTakenUpAgain() {
        boosters.put("first", awaiting("nothing came"));
        boosters.put("second", awaiting("nothing came either"));

        assertThat(Objects.requireNonNull(run().waypoint()).booster()).isZero();
    }

    @Test
    void otherBoostersBeforeAWaypointBeginTheWayAnew() {
        boosters.put("patient", new Patient(NOW.plusSeconds(60)));
        Waypoint kept = Objects.requireNonNull(run().waypoint());
        boosters.clear();
        boosters.put("namer", _ -> added("New", null, null));
        boosters.put("patient", new Patient(NOW));

        Boosted boosted = at(NOW).through(activity, kept, List.of());

        assertThat(boosted.steps()).hasSize(2);
        assertThat(boosted.activity().getTitle()).isEqualTo("New");
    }

    @Test
    void aWaypointSurvivesTheDatabase() {
        Activity whole = Activities.run(UUID.randomUUID(), "1", NOW);
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("force", true);
        Waypoint waypoint =
                Waypoint.at(
                        0,
                        List.of(new BoosterChoice("fitbit-heart-rate", settings)),
                        NOW,
                        HOUR,
                        whole);

        assertThat(Waypoint.read(waypoint.write())).isEqualTo(waypoint);
    }

    private static Booster awaiting(String reason) {
        return _ -> new BoostOutcome.Skipped(reason, HOUR);
    }

    /** Waits until an instant, if it has not waited a minute by then. */
    private record Patient(Instant until, Background background) implements Booster {
        Patient(Instant until) {
            this(until, Background.at(Instant.EPOCH));
        }

        @Override
        public Booster knowing(Background known) {
            return new Patient(until, known);
        }

        @Override
        public BoostOutcome boost(Activity activity) {
            boolean isOver = !background.now().isBefore(background.askedFirst().plusSeconds(60));
            return isOver || !background.now().isBefore(until)
                    ? new BoostOutcome.Skipped("given up")
                    : new BoostOutcome.Later(until, "not there yet", HOUR);
        }
    }

    @Test
    void stepsSurviveTheDatabase() {
        boosters.put(
                "zones",
                _ ->
                        BoostOutcome.Added.builder()
                                .text("Text")
                                .value("zone1Seconds", 60.5)
                                .image("route", "<svg/>")
                                .build());
        Boosted boosted = run();

        assertThat(BoostStep.read(BoostStep.write(boosted.steps()))).isEqualTo(boosted.steps());
    }

    @Test
    void stepsFromBeforeThereWereImagesHaveNone() {
        String stored =
                """
                [{"booster":"zones","status":"ADDED","reason":null,"text":null,"values":{},
                "durationMilliseconds":1}]\
                """;

        assertThat(BoostStep.read(stored).getFirst().images()).isEmpty();
    }

    @Test
    void aTrackTakesThePlaceOfTheSourcesAndImagesGoOutWithTheBoost() {
        Track track =
                new Track(
                        0L, List.of(0), List.of(47.0), List.of(9.0), List.of(400.0), List.of(0.0));
        boosters.put(
                "maker",
                _ -> BoostOutcome.Added.builder().track(track).image("a", "<svg/>").build());
        boosters.put(
                "seer",
                seen -> added(String.valueOf(seen.getTrack().getLatitudeDegrees()), null, null));

        Boosted boosted = run();

        assertThat(boosted.activity().getTitle()).isEqualTo("[47.0]");
        assertThat(boosted.described().getTrack()).isEqualTo(track);
        assertThat(activity.getTrack()).isNull();
        assertThat(boosted.steps().getFirst().boost().getImages()).isEqualTo(Map.of("a", "<svg/>"));
    }

    @Test
    void theActivityAtHandIsFiguredOnceUntilABoosterChangesIt() {
        activity.setRecordId(UUID.randomUUID().toString());
        activity.setStartEpochMillis(NOW.toEpochMilli());
        activity.setProvenance(new Provenance());
        List<PastActivity> seen = new ArrayList<>();
        boosters.put("first", figuring(seen, added(null, null, "A text")));
        boosters.put("second", figuring(seen, added("Renamed", null, null)));
        boosters.put("third", figuring(seen, added(null, null, null)));

        var _ = run();

        assertThat(seen).extracting(PastActivity::title).containsExactly("Run", "Run", "Renamed");
        assertThat(seen.get(1)).isSameAs(seen.getFirst());
    }

    @Test
    void whoLooksBackIsToldWhatTheUserCorrected() {
        boosters.put("back", lookingBack());
        boosters.put("ahead", seen -> added("Still " + seen.getActivityType(), null, null));

        Boosted boosted = correctedBy(new Correction(true, "HIKE", 5000.0, null, true));

        assertThat(boosted.steps().getFirst().text()).isEqualTo("HIKE of 5000.0 m");
        assertThat(boosted.activity().getTitle()).isEqualTo("Still RUN");
        assertThat(boosted.activity().getDistanceMetres()).isNull();
    }

    private Boosted correctedBy(Correction correction) {
        Memory memory =
                new Memory() {
                    @Override
                    public Background answer(Background background, List<Lookup> lookups) {
                        return background;
                    }

                    @Override
                    public Correction correction() {
                        return correction;
                    }
                };
        return new BoostRun(
                        choices(),
                        memory,
                        NOW,
                        Allowance.EVERYTHING,
                        choice -> Objects.requireNonNull(boosters.get(choice.id())))
                .through(activity);
    }

    private static Booster lookingBack() {
        return new Booster() {
            @Override
            public BoostOutcome boost(Activity seen) {
                return added(
                        null,
                        null,
                        seen.getActivityType() + " of " + seen.getDistanceMetres() + " m");
            }

            @Override
            public List<Lookup> lookups(Activity seen) {
                return List.of(new Lookup.Activities(NOW.minusSeconds(1), NOW));
            }
        };
    }

    private static Booster figuring(List<PastActivity> seen, BoostOutcome outcome) {
        return new Booster() {
            @Override
            public BoostOutcome boost(Activity activity) {
                throw new AssertionError("it was told nothing");
            }

            @Override
            public Booster knowing(Background background) {
                return activity -> {
                    seen.add(background.figured().apply(activity));
                    return outcome;
                };
            }
        };
    }

    private Boosted run() {
        return at(NOW).through(activity);
    }

    private BoostRun at(Instant now) {
        return at(now, Allowance.EVERYTHING);
    }

    private BoostRun at(Instant now, Allowance allowance) {
        return new BoostRun(
                choices(),
                Memory.NONE,
                now,
                allowance,
                choice -> Objects.requireNonNull(boosters.get(choice.id())));
    }

    private static BoostRun way(List<BoosterChoice> choices) {
        return new BoostRun(choices, Memory.NONE, NOW, Allowance.EVERYTHING);
    }

    private List<BoosterChoice> choices() {
        return boosters.keySet().stream()
                .map(id ->
                        new BoosterChoice(
                                id, required.contains(id), JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    private static BoostOutcome added(
            @Nullable String title, @Nullable String type, @Nullable String text) {
        return BoostOutcome.Added.builder().title(title).activityType(type).text(text).build();
    }
}
