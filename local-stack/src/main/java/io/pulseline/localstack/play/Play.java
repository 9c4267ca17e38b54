package io.pulseline.localstack.play;

import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
            connect(simulator, people, players);
            TimeMover time =
                    new TimeMover(lives, database, quiet, options.connect(), options.end());
            live(lives, time);
            return result(lives, people, time);
        }
    }

    private void connect(Simulator simulator, List<Person> people, List<Player> players)
            throws Exception {
        if (people.size() != players.size()) {
            throw new StepFailedException(
                    "the simulator made " + people.size() + " lives for " + players.size());
        }
        for (int next = 0; next < people.size(); next++) {
            Player player = players.get(next);
            try (Pulseline pulseline =
                    new Pulseline(stack.pulseline(), player.name(), player.password())) {
                pulseline.connect(simulator, people.get(next).owner());
            }
        }
        printer.connected(people.size());
    }

    private void live(Lives lives, TimeMover time) throws Exception {
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
                lives.usage(options.connect(), people),
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

    private static void compare(
            Lives lives,
            List<Person> people,
            ConnectionsSeen connections,
            FoundRecords found,
            Comparer comparer)
            throws Exception {
        Set<String> left = new HashSet<>(found.users());
        for (Person person : people) {
            String user = connections.user(person.owner());
            left.remove(user);
            try (Stream<TruthLine> truth = lives.truth(person.owner())) {
                comparer.compare(
                        person.owner(), truth.iterator(), found.of(user), new Margins(person));
            }
        }
        for (String stranger : left) {
            comparer.compare(
                    "unknown " + stranger,
                    Stream.<TruthLine>empty().iterator(),
                    found.of(stranger),
                    new Margins(null));
        }
    }
}
