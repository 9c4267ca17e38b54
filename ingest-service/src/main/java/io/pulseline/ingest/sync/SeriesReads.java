package io.pulseline.ingest.sync;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.sync.Progress.DetailRight;
import io.pulseline.ingest.sync.SeriesPlan.Window;
import io.pulseline.ingest.sync.SeriesQuestion.Detail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks for windows of a series and publishes those in which an hour has changed. */
@ApplicationScoped
class SeriesReads {
    private static final Logger LOG = Logger.getLogger(SeriesReads.class);

    private final DatedLedger ledger;
    private final Outbox outbox;
    private final SyncConfig config;

    SeriesReads(DatedLedger ledger, Outbox outbox, SyncConfig config) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * How it ended.
     *
     * @param done windows read and published, in the order asked for
     * @param right what the provider lets us read from now on
     */
    record Result(ReadOutcome outcome, List<Window> done, DetailRight right) {}

    /** Reads windows, the first one first; stops where an answer is not to be had. Blocks. */
    Result read(ReadContext context, String kind, List<Window> windows, DetailRight right) {
        Reading reading = new Reading(context, kind, right, config.lateAfter());
        for (Window window : windows) {
            if (reading.ended.isPresent()) {
                break;
            }
            reading.ask(window);
        }
        try {
            boolean sent = publish(context, kind, reading.answers);
            if (!sent) {
                ReadOutcome failed = new ReadOutcome.Failed("Kafka did not acknowledge");
                return new Result(failed, List.of(), reading.right);
            }
        } catch (RegistryUnavailableException _) {
            ReadOutcome failed = new ReadOutcome.Failed("the registry does not answer");
            return new Result(failed, List.of(), reading.right);
        }
        Set<LocalDate> found = new TreeSet<>();
        reading.answers.stream()
                .filter(answer -> !answer.reading().hours().isEmpty())
                .forEach(answer -> found.add(answer.window().date()));
        List<Window> done = reading.answers.stream().map(Answer::window).toList();
        return new Result(
                reading.ended.orElseGet(() -> new ReadOutcome.Read(new TreeSet<>(found))),
                done,
                reading.right);
    }

    private record Answer(Window window, SeriesReading reading) {}

    /** Collects the answers of one call. */
    private static final class Reading {
        private final ReadContext context;
        private final String kind;
        private final List<Answer> answers = new ArrayList<>();
        private final Duration lateAfter;
        private DetailRight right;
        private Optional<ReadOutcome> ended = Optional.empty();

        private Reading(ReadContext context, String kind, DetailRight right, Duration lateAfter) {
            this.context = context;
            this.kind = kind;
            this.right = right;
            this.lateAfter = lateAfter;
        }

        void ask(Window window) {
            if (right == DetailRight.NONE) {
                ended = Optional.of(new ReadOutcome.Refused("no right to intraday data"));
                return;
            }
            Detail detail = right == DetailRight.FINE ? Detail.FINE : Detail.COARSE;
            SeriesQuestion question =
                    new SeriesQuestion(
                            kind,
                            window.date(),
                            window.fromHour(),
                            window.until(),
                            detail,
                            context.connection().zones());
            DataProvider provider = context.provider();
            Asker asker = context.asker();
            boolean late = window.to().isBefore(context.now().minus(lateAfter));
            Function<String, ProviderAnswer<SeriesReading>> read =
                    token -> provider.series(token, question);
            (late ? asker.askLate(read) : asker.ask(read))
                    .ifPresentOrElse(
                            answer -> take(window, answer),
                            () -> ended = Optional.of(new ReadOutcome.Postponed()));
        }

        private void take(Window window, ProviderAnswer<SeriesReading> answer) {
            if (answer instanceof ProviderAnswer.Given<SeriesReading>(SeriesReading reading)) {
                answers.add(new Answer(window, reading));
            } else if (answer instanceof ProviderAnswer.Forbidden<SeriesReading>(String reason)) {
                if (context.provider().refusesDetail(reason)) {
                    right = right == DetailRight.FINE ? DetailRight.COARSE : DetailRight.NONE;
                    ask(window);
                } else {
                    ended = Optional.of(new ReadOutcome.Refused(reason));
                }
            } else {
                ended = Optional.of(Answers.outcome(answer));
            }
        }
    }

    private boolean publish(ReadContext context, String kind, List<Answer> answers) {
        if (answers.isEmpty()) {
            return true;
        }
        List<LocalDate> dates = answers.stream().map(answer -> answer.window().date()).toList();
        Map<LocalDate, ThingEntity> things = ledger.things(context, kind, dates);
        List<ThingEntity> ready = new ArrayList<>();
        for (Answer answer : answers) {
            ThingEntity thing = Answers.present(things, answer.window().date());
            if (prepare(context, thing, answer)) {
                ready.add(thing);
            }
        }
        if (ready.isEmpty()) {
            return true;
        }
        ledger.store(ready, Set.of(), List.of());
        LOG.debugf(
                "series changed: connection=%s kind=%s dates=%d",
                context.connection().id(), kind, ready.size());
        return outbox.send(context.connection(), ready);
    }

    /** True if the thing is to be sent. */
    private boolean prepare(ReadContext context, ThingEntity thing, Answer answer) {
        Window window = answer.window();
        ZoneId zone = context.connection().zones().zoneOn(window.date());
        HourHashes hashes =
                HourHashes.of(
                        answer.reading().hours(),
                        window.date(),
                        zone,
                        window.fromHour(),
                        window.to());
        HourHashes told = HourHashes.parse(thing.publishedHash);
        if (!hashes.isNewsTo(told)) {
            return false;
        }
        thing.route = context.route();
        thing.zone = zone.getId();
        Bundle bundle =
                Bundle.ofSeries(
                        thing,
                        KeptPart.rows(thing.id, true, answer.reading().parts()),
                        hashes.over(told).text());
        Bundle.Facts facts =
                new Bundle.Facts(window.from(), window.to(), window.to(), context.knownSync());
        Optional<byte[]> encoded =
                outbox.encode(
                        bundle.payload(context.connection(), thing, facts, config.lateAfter()));
        encoded.ifPresent(bytes -> thing.ready(bundle, bytes, context.now()));
        return encoded.isPresent();
    }
}
