package io.pulseline.localstack.play;

import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One play on a stack that runs: connect everybody, let them live, look at what arrived. */
final class Play {
    /**
     * After the last thing that happens: two of the fixed checks of every local day, and whatever
     * was postponed by a fault or a used-up quota.
     */
    private static final Duration SETTLING = Duration.ofHours(27);

    private final PlayStack stack;
    private final PlayOptions options;
    private final PlayPrinter printer;
    private final long startedNanos = System.nanoTime();

    Play(PlayStack stack, PlayOptions options, PlayPrinter printer) {
        this.stack = stack;
        this.options = options;
        this.printer = printer;
    }

    PlayResult play(List<Player> players) throws Exception {
        try (Simulator simulator = new Simulator(stack.simulator());
                IngestDatabase database = stack.database();
                ConsumerLag lag = new ConsumerLag(stack.kafka())) {
            Lives lives = new Lives(simulator);
            Quiet.awaitGroups(lag, PlayStack.CONSUMER_GROUPS);
            List<Person> people = lives.begin(options);
            Quiet quiet = new Quiet(lives, database, lag, PlayStack.FOLLOWERS);
            lives.moveTo(options.connect());
            quiet.await(options.connect());
            Moves moves = new Moves(simulator, stack.pulseline(), people, players, options.move());
            moves.connect();
            printer.connected(people.size());
            TimeMover time =
                    new TimeMover(lives, database, quiet, options.connect(), options.end());
            live(lives, time, moves);
            return result(lives, people, time);
        }
    }

    private void live(Lives lives, TimeMover time, Moves moves) throws Exception {
        time.settle();
        Instant over = options.end();
        Instant nextReport = options.connect().plus(Duration.ofDays(1));
        while (true) {
            if (lives.next().isPresent()) {
                over = later(over, time.now());
            } else if (!time.now().isBefore(over.plus(SETTLING))) {
                return;
            }
            time.step();
            if (moves.until(time.now())) {
                time.settle();
            }
            if (!time.now().isBefore(nextReport)) {
                nextReport = nextReport.plus(Duration.ofDays(1));
                printer.lived(options, time);
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private PlayResult result(Lives lives, List<Person> people, TimeMover time) throws Exception {
        printer.compares();
        TopicReading topics = new TopicReading(stack.kafka());
        ConnectionsSeen connections = ConnectionsSeen.read(topics, stack.registry());
        Comparer comparer = new Comparer();
        List<Repetition> repetitions;
        try (FoundRecords found =
                new FoundRecords(stack.registry(), stack.folder().resolve("records"))) {
            found.readFrom(topics);
            compare(lives, people, connections, found, comparer);
            repetitions = found.repetitions();
        }
        return new PlayResult(
                options,
                comparer.results(),
                repetitions.stream().mapToLong(Repetition::all).sum(),
                repetitions.stream().mapToLong(Repetition::repeated).sum(),
                usages(lives, people),
                lives.struck(),
                DeadLetters.count(topics),
                connections.mistakes(people),
                new PlayResult.Pace(
                        time.now(),
                        time.steps(),
                        time.perStep(),
                        time.waited(),
                        Duration.ofNanos(System.nanoTime() - startedNanos)));
    }

    private List<Usage> usages(Lives lives, List<Person> people) throws Exception {
        List<Usage> usages = new ArrayList<>();
        for (ProviderSide side : options.provider().sides()) {
            usages.add(lives.usage(side, options.connect(), people));
        }
        return usages;
    }

    private static void compare(
            Lives lives,
            List<Person> people,
            ConnectionsSeen connections,
            FoundRecords found,
            Comparer comparer)
            throws Exception {
        Set<String> left = new HashSet<>(found.users());
        for (Person person : people) {
            String user = connections.user(person);
            left.remove(user);
            compare(lives, person, found.of(user), comparer);
        }
        for (String stranger : left) {
            comparer.compare(
                    "unknown " + stranger,
                    Stream.<ExpectedRecord>empty().iterator(),
                    found.of(stranger),
                    new Margins(null));
        }
    }

    private static void compare(
            Lives lives,
            Person person,
            Map<String, Collection<FoundRecord>> found,
            Comparer comparer)
            throws Exception {
        ProviderSide first = person.journey().sides().getFirst();
        ProviderSide last = person.journey().sides().getLast();
        Margins margins = new Margins(person);
        try (Stream<TruthLine> told = lives.truth(person.owner(), last)) {
            if (first == last) {
                comparer.compare(
                        person.owner(), ExpectedRecord.of(last, told.iterator()), found, margins);
            } else {
                comparer.compare(
                        person.owner(),
                        ofBoth(first, lives.truth(person.owner(), first), last, told),
                        found,
                        margins);
            }
        }
    }

    /** Of somebody who moves, both truths must be at hand at once. */
    private static Iterator<ExpectedRecord> ofBoth(
            ProviderSide first,
            Stream<TruthLine> toldFirst,
            ProviderSide last,
            Stream<TruthLine> toldLast) {
        try (toldFirst) {
            return ExpectedRecord.of(
                    Map.of(first, toldFirst.iterator(), last, toldLast.iterator()));
        }
    }
}
