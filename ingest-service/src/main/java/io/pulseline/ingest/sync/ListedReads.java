package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads things with an id of their own, in two steps. First the list is read and what is new,
 * changed or gone is noted in the ledger; then every thing whose time has come is brought forward.
 * The first step is all that may be lost by a rate limit; the second goes on with what is kept.
 */
@ApplicationScoped
class ListedReads {
    private static final Logger LOG = Logger.getLogger(ListedReads.class);

    /** What a provider works out of a night takes it minutes, seldom longer. */
    private static final Duration UNFINISHED_AGAIN = Duration.ofHours(1);

    private final ThingStore things;
    private final ListedLedger ledger;
    private final ListedPublishing publishing;
    private final DeadLetters deadLetters;
    private final SyncConfig config;

    ListedReads(
            ThingStore things,
            ListedLedger ledger,
            ListedPublishing publishing,
            DeadLetters deadLetters,
            SyncConfig config) {
        this.things = things;
        this.ledger = ledger;
        this.publishing = publishing;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    /**
     * How reading the list ended.
     *
     * @param readTo newest local date up to which the list was read; null if it was not
     * @param lookAgain when to read it again, because the provider has not finished it or because a
     *     thing lacks in it; null for no such reason
     * @param unfinishedFrom first local date with a thing that the provider is still working on;
     *     null if there is none
     */
    record Result(
            ReadOutcome outcome,
            @Nullable LocalDate readTo,
            @Nullable Instant lookAgain,
            @Nullable LocalDate unfinishedFrom) {
        static Result without(ReadOutcome outcome) {
            return new Result(outcome, null, null, null);
        }
    }

    /** Reads the list and notes what is new; blocks. */
    Result list(ReadContext context, String kind, LocalDate from, LocalDate to) {
        Connection connection = context.connection();
        ListQuestion question =
                new ListQuestion(kind, from, to, connection.grantedScopes(), connection.zones());
        DataProvider provider = context.provider();
        Optional<ProviderAnswer<Listing>> answer =
                context.asker().ask(token -> provider.things(token, question));
        if (answer.isEmpty()) {
            return Result.without(new ReadOutcome.Postponed());
        }
        return answer.get() instanceof ProviderAnswer.Given<Listing>(Listing listing)
                ? note(context, question, listing)
                : Result.without(Answers.outcome(answer.get()));
    }

    private Result note(ReadContext context, ListQuestion question, Listing listing) {
        deadLetters.send(context, question.kind(), listing.unreadable());
        List<ListedThing> asked =
                listing.things().stream()
                        .filter(thing -> !thing.localDate().isBefore(question.from()))
                        .filter(thing -> !thing.localDate().isAfter(question.to()))
                        .toList();
        List<ListedThing> noted = ledger.note(context, question.kind(), asked);
        if (!noted.isEmpty()) {
            LOG.infof(
                    "things new or changed: connection=%s kind=%s count=%d",
                    context.connection().id(), question.kind(), noted.size());
        }
        noted.stream()
                .filter(thing -> disagrees(thing, context.connection().zones()))
                .forEach(_ -> context.doubtZone());
        @Nullable Instant again = listing.complete() ? gone(context, question, asked) : null;
        if (listing.pending() != null) {
            again = context.now().plus(listing.pending());
        }
        if (listing.unfinishedFrom() != null) {
            again = context.now().plus(UNFINISHED_AGAIN);
        }
        SortedSet<LocalDate> found = new TreeSet<>();
        asked.forEach(thing -> found.add(thing.localDate()));
        LocalDate last = found.isEmpty() ? question.from() : found.last();
        LocalDate readTo = listing.complete() ? question.to() : last;
        return new Result(new ReadOutcome.Read(found), readTo, again, listing.unfinishedFrom());
    }

    /** Whether the provider gave it another offset than the zone has that we know of. */
    private static boolean disagrees(ListedThing thing, ZoneHistory zones) {
        return thing.offset() != null
                && !zones.zoneOn(thing.localDate())
                        .getRules()
                        .getOffset(thing.startsAt())
                        .equals(thing.offset());
    }

    /** When to look again for things that lack for the first time; null if none does. */
    private @Nullable Instant gone(
            ReadContext context, ListQuestion question, List<ListedThing> seen) {
        // The list of activities is asked by time; one that was moved a little may lie before it.
        LocalDate first =
                question.kind().equals(PayloadKind.ACTIVITY)
                        ? question.from().plusDays(1)
                        : question.from();
        Instant now = context.now();
        ListedLedger.Missing missing =
                ledger.missing(
                        context.connection().id(),
                        question.kind(),
                        first,
                        question.to(),
                        seen.stream().map(ListedThing::providerId).toList(),
                        now,
                        now.minus(config.vanishedAfter()));
        missing.sure().forEach(thing -> publishing.vanish(context.connection(), thing));
        return missing.unsure() ? now.plus(config.vanishedAfter()) : null;
    }

    /**
     * Brings forward every thing whose time has come; blocks.
     *
     * @param ours asked before each: whether nobody else has taken over
     * @return false if Kafka or the registry is away: no other thing will fare better
     */
    boolean forward(ReadContext context, String kind, BooleanSupplier ours) {
        for (UUID thing : things.due(context.connection().id(), kind, context.now())) {
            if (context.asker().ended().isPresent() || !ours.getAsBoolean()) {
                return true;
            }
            try {
                if (!publishing.forward(context, thing)) {
                    return false;
                }
            } catch (RegistryUnavailableException e) {
                LOG.warnf(
                        e,
                        "payload waits for the registry: connection=%s",
                        context.connection().id());
                return false;
            }
        }
        return true;
    }
}
