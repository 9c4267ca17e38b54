package io.pulseline.localstack.demo;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.Sleeper;
import io.pulseline.localstack.client.StepFailedException;
import io.pulseline.localstack.demo.TopicTail.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The last act: the tracker hands over last night; what is measured in sleep follows when the
 * provider has worked it out. Of Fitbit Pulseline looks for it by its own rule, for Fitbit tells of
 * the sleep only; Google tells of everything, and of the sleep itself once more when its stages are
 * known.
 */
final class DemoNight {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Google's quota comes back by the minute: what is asked for may be postponed once. */
    private static final Duration LIMIT_WITH_QUOTA = Duration.ofSeconds(150);

    /** Ingest asks the clock ten times a second: so near to the sync it need not jump. */
    private static final Duration JUST_BEFORE = Duration.ofSeconds(2);

    /** Then everything that is worked out of a night can be read. */
    private static final Duration WORKED_OUT = Duration.ofMinutes(41);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Script script;
    private final Simulator simulator;
    private final DemoClock clock;
    private final ProviderSide side;
    private final String providerUser;
    private final Sleeper sleeper;
    private final KindsRead kinds;
    private final HealthTails topics;
    private final DemoTargets targets;
    private final TruthCheck check;
    private long notifiedAtNanos;

    /**
     * @param providerUser who the sleeper is at the provider
     */
    DemoNight(
            Script script,
            Simulator simulator,
            ProviderSide side,
            String providerUser,
            Sleeper sleeper,
            KindsRead kinds,
            HealthTails topics,
            DemoTargets targets,
            TruthCheck check) {
        this.script = script;
        this.simulator = simulator;
        this.clock = new DemoClock(simulator);
        this.side = side;
        this.providerUser = providerUser;
        this.sleeper = sleeper;
        this.kinds = kinds;
        this.topics = topics;
        this.targets = targets;
        this.check = check;
    }

    /** Up to the sync that brings it. */
    void begins() {
        script.step("All kinds have been read; of last night nothing is known", this::knowsNothing);
        script.step("The tracker syncs the night; the sleep notification is taken", this::syncs);
    }

    /** From that sync on. */
    void goesOn() {
        switch (side) {
            case FITBIT -> {
                sleepStep();
                script.step("What is measured in sleep is due 15 minutes later", this::isDueLater);
                script.step("Simulated time moves on until it has been read", this::movesOn);
            }
            case GOOGLE_HEALTH -> {
                script.step(
                        "Simulated time moves on until the night is processed", this::isProcessed);
                sleepStep();
            }
        }
        script.step(
                "HRV on " + Topics.HEALTH_HEART_RATE_VARIABILITY,
                () -> NightText.variability(expectedAtTargets().variability()));
        script.step(
                "SpO2 on " + Topics.HEALTH_OXYGEN_SATURATION,
                () -> NightText.oxygen(one(topics.oxygen()).value()));
        script.step(
                "Respiratory rate on " + Topics.HEALTH_RESPIRATORY_RATE,
                () -> NightText.breathing(one(topics.breathing()).value()));
        targets.seeNight();
        script.step(
                "Two days of heart rate, steps and sums, asked for by the user", this::seesDays);
    }

    private void sleepStep() {
        script.step(
                "The night on " + Topics.HEALTH_SLEEP + ", equal to the truth", this::seesSleep);
    }

    private String isProcessed() throws Exception {
        String tries = movesOn();
        simulator.movesTo(sleeper.firstSync().plus(WORKED_OUT));
        return tries;
    }

    private String knowsNothing() throws Exception {
        int read = kinds.awaitAllRead(LIMIT);
        if (!check.own(topics.sleep()).isEmpty()) {
            throw new StepFailedException("a sleep is on the topic before the tracker has synced");
        }
        ZonedDateTime here = simulator.now().atZone(sleeper.zone());
        return String.format(
                Locale.ROOT,
                "%d kinds; it is %s in %s, the tracker syncs at %s",
                read,
                TIME.format(here),
                sleeper.zone().getId(),
                TIME.format(sleeper.firstSync().atZone(sleeper.zone())));
    }

    private String syncs() throws Exception {
        Instant before = sleeper.firstSync().minus(JUST_BEFORE);
        clock.movesTo(before, DemoClock.INGEST);
        notifiedAtNanos = System.nanoTime();
        simulator.movesTo(sleeper.firstSync());
        List<Integer> statuses =
                Await.until(
                        "a notification of sleep from " + side.title(),
                        LIMIT,
                        () ->
                                Optional.of(
                                                simulator.answersToNotifications(
                                                        side, providerUser, "sleep"))
                                        .filter(answers -> !answers.isEmpty()));
        if (!statuses.contains(204)) {
            throw new StepFailedException(
                    "the sleep notification was answered with " + statuses + ", expected 204");
        }
        return "sleep of " + sleeper.nightDate() + ", 204 after Kafka had it";
    }

    private String seesSleep() throws Exception {
        Seen<Sleep> night = mainSleep(check.await(topics.sleep(), LIMIT));
        double seconds = (night.atNanos() - notifiedAtNanos) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s, %.2f s after the notification",
                NightText.sleep(night.value()),
                seconds);
    }

    private static Seen<Sleep> mainSleep(List<Seen<Sleep>> sleeps) {
        return sleeps.stream()
                .filter(seen -> Boolean.TRUE.equals(seen.value().getMainSleep()))
                .findFirst()
                .orElseThrow(() -> new StepFailedException("no main sleep is there"));
    }

    private String isDueLater() throws Exception {
        Instant expected = sleeper.firstSync().plus(Duration.ofMinutes(15));
        for (String kind : KindsRead.IN_SLEEP) {
            kinds.awaitDue(kind, expected.minus(JUST_BEFORE), expected.plus(LIMIT), LIMIT);
        }
        return "HRV, SpO2 and respiratory rate at "
                + TIME.format(expected.atZone(sleeper.zone()))
                + "; nothing of them is asked before";
    }

    private String movesOn() throws Exception {
        return kinds.moveUntilRead(simulator, sleeper, LIMIT);
    }

    /** All of it, of which the targets must have the same. */
    private NightCheck expectedAtTargets() throws Exception {
        Seen<Sleep> sleep = mainSleep(check.await(topics.sleep(), LIMIT));
        var variability = one(topics.variability());
        var oxygen = one(topics.oxygen());
        var breathing = one(topics.breathing());
        NightCheck night =
                new NightCheck(
                        sleep.value(), variability.value(), oxygen.value(), breathing.value());
        targets.expect(
                night,
                LongStream.of(
                                sleep.atNanos(),
                                variability.atNanos(),
                                oxygen.atNanos(),
                                breathing.atNanos())
                        .max()
                        .orElseThrow());
        return night;
    }

    private <T extends SpecificRecord> Seen<T> one(OwnRecords<T> records) throws Exception {
        return check.await(records, LIMIT).getLast();
    }

    private String seesDays() throws Exception {
        kinds.readNow(
                List.of(PayloadKind.HEART_RATE, PayloadKind.STEPS, PayloadKind.DAILY_SUMMARY),
                sleeper.firstDate());
        return NightText.days(
                values(check.await(topics.heartRate(), LIMIT_WITH_QUOTA)),
                values(check.await(topics.steps(), LIMIT_WITH_QUOTA)),
                values(check.await(topics.summaries(), LIMIT_WITH_QUOTA)),
                sleeper.nightDate().toString());
    }

    private static <T> Collection<T> values(List<Seen<T>> seen) {
        return seen.stream().map(Seen::value).toList();
    }
}
