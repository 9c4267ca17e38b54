package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Mishaps;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells subscribers what changed, as far as the person allows them to see it (section 3.5). */
final class Teller {
    private static final DateTimeFormatter CIVIL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final HealthSubscribers subscribers;
    private final WebhookSender sender;
    private final KnobBoard knobs;
    private final Mishaps mishaps;

    Teller(HealthSubscribers subscribers, WebhookSender sender, KnobBoard knobs, Mishaps mishaps) {
        this.subscribers = subscribers;
        this.sender = sender;
        this.knobs = knobs;
        this.mishaps = mishaps;
    }

    boolean hasAnybody() {
        return !subscribers.all().isEmpty();
    }

    /**
     * Tells everybody who wants to know.
     *
     * @param scopes what the person allows
     * @param byChance some notifications are lost or come twice, if mishaps are on
     * @return the first endpoint's status; null if nobody was told or it did not answer
     */
    @Nullable Integer tell(
            PersonData person, Set<HealthScope> scopes, List<Change> changes, boolean byChance) {
        Integer first = null;
        for (HealthSubscriber subscriber : subscribers.all()) {
            List<ObjectNode> batch = new ArrayList<>();
            List<ObjectNode> again = new ArrayList<>();
            for (Change change : changes) {
                Optional<String> name =
                        isTold(change, scopes)
                                ? name(subscriber, person, change)
                                : Optional.empty();
                if (name.isPresent()) {
                    ObjectNode notification = document(person, change, name.get());
                    if (byChance && change.isDeletion()) {
                        mishaps.deletionTold();
                    }
                    switch (byChance ? mishaps.nextFate() : Mishaps.Fate.ARRIVES) {
                        case ARRIVES -> batch.add(notification);
                        case LOST -> {}
                        case COMES_TWICE -> {
                            batch.add(notification);
                            again.add(notification);
                        }
                    }
                }
            }
            if (byChance && batch.size() > 1 && mishaps.areReordered()) {
                Collections.reverse(batch);
            }
            Integer status = sender.send(subscriber, batch);
            sender.send(subscriber, again);
            first = first == null ? status : first;
        }
        return first;
    }

    private boolean isTold(Change change, Set<HealthScope> scopes) {
        return scopes.contains(change.type().readScope())
                && (change.type() != DataType.OXYGEN_SATURATION
                        || knobs.webhooks().oxygenSaturation());
    }

    /** The subscription's name; empty where the subscriber does not want to know. */
    private Optional<String> name(HealthSubscriber subscriber, PersonData person, Change change) {
        if (subscriber.wants(change.type(), true)) {
            return Optional.of(UUID.randomUUID().toString());
        }
        String who = HealthIds.of(person.user().id());
        return subscribers.namedBy(subscriber.id()).stream()
                .filter(_ -> subscriber.wants(change.type(), false))
                .filter(one -> one.healthUserId().equals(who))
                .filter(one -> one.types().contains(change.type()))
                .map(HealthSubscribers.Named::id)
                .findFirst();
    }

    private ObjectNode document(PersonData person, Change change, String name) {
        ObjectNode document = Json.object();
        ObjectNode data =
                document.putObject("data")
                        .put("version", "1")
                        .put("clientProvidedSubscriptionName", name)
                        .put("healthUserId", HealthIds.of(person.user().id()))
                        .put("operation", change.isDeletion() ? "DELETE" : "UPSERT")
                        .put("dataType", change.type().id());
        Span span = change.span();
        boolean isDaily = change.type().kind() == DataType.Kind.DAILY;
        if (span != null && (!isDaily || knobs.webhooks().dailyIntervals())) {
            data.putArray("intervals")
                    .add(interval(person, isDaily ? wholeDates(person, span) : span));
        }
        return document;
    }

    private static Span wholeDates(PersonData person, Span span) {
        LocalDate first = person.dateAt(span.from());
        LocalDate last = person.dateAt(span.to().minusMillis(1));
        return new Span(
                person.startOf(first),
                person.startOf((last.isBefore(first) ? first : last).plusDays(1)));
    }

    private ObjectNode interval(PersonData person, Span span) {
        ObjectNode interval = Json.object();
        interval.putObject("physicalTimeInterval")
                .put("startTime", span.from().toString())
                .put("endTime", span.to().toString());
        if (!knobs.webhooks().onlyPhysicalIntervals()) {
            LocalDateTime from = local(person, span.from());
            LocalDateTime to = local(person, span.to());
            ObjectNode civil = interval.putObject("civilDateTimeInterval");
            civil.set("startDateTime", Encoding.civil(from));
            civil.set("endDateTime", Encoding.civil(to));
            interval.putObject("civilIso8601TimeInterval")
                    .put("startTime", CIVIL.format(from))
                    .put("endTime", CIVIL.format(to));
        }
        return interval;
    }

    private static LocalDateTime local(PersonData person, Instant at) {
        return at.atZone(person.zoneAt(at)).toLocalDateTime();
    }
}
