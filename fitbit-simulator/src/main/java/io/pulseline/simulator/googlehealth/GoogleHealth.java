package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.fault.Mishaps;
import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.notify.SentNotification;
import io.pulseline.simulator.notify.SignatureKind;
import io.pulseline.simulator.truth.Happening;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedClock;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.simulator.truth.Span;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Google Health API as a whole: every path below {@code /google}, and what of people's lives is
 * told to subscribers. Every method may be called from any thread.
 */
public final class GoogleHealth implements Handler, AutoCloseable {
    /** Every path of this side begins with it. */
    public static final String PREFIX = "/google/";

    private static final Duration INSTANT_BEFORE = Duration.ofMillis(1);
    private static final String FIRST_SUBSCRIBER = "simulated-subscriber";

    private final GoogleHealthConfig config;
    private final SimulatedClock clock;
    private final People people;
    private final KnobBoard knobs;
    private final GoogleConsents consents;
    private final GoogleGate gate;
    private final SigningKeys keys = new SigningKeys();
    private final HealthSubscribers subscribers = new HealthSubscribers();
    private final WebhookSender sender;
    private final Teller teller;
    private final Routes routes = new Routes();

    /** The side that shows these people; mishaps decide which notifications get lost. */
    public GoogleHealth(
            GoogleHealthConfig config, SimulatedClock clock, People people, Mishaps mishaps) {
        this.config = config;
        this.clock = clock;
        this.people = people;
        knobs = new KnobBoard(config.knobs());
        consents = new GoogleConsents(clock, knobs);
        gate = new GoogleGate(config, consents, people, knobs, clock);
        sender = new WebhookSender(clock, knobs, keys, config.retryDelays());
        teller = new Teller(subscribers, sender, knobs, mishaps);
        registerConfigured();
        addRoutes();
    }

    private void addRoutes() {
        GoogleConsentPage page = new GoogleConsentPage(config, people, consents);
        GoogleTokenEndpoint tokens =
                new GoogleTokenEndpoint(config, consents, this::withdrawConsent);
        routes.add("GET", GoogleConsentPage.PATH, page::show)
                .add("POST", GoogleConsentPage.PATH, page::decide)
                .add("POST", "/google/token", tokens::token)
                .add("POST", "/google/revoke", tokens::revoke)
                .add("GET", "/google/webhooks/keyset", _ -> GoogleErrors.json(200, keys.keySet()));
        new PersonCalls(people, knobs, clock).addTo(routes, gate);
        // Before the points, or the verb would be read as a part of the id.
        new TcxCalls(people, knobs, clock).addTo(routes, gate);
        new PointCalls(people, knobs, clock).addTo(routes, gate);
        new RollUpCalls(people, knobs, clock).addTo(routes, gate);
        new SubscriberCalls(config, subscribers, sender, knobs, clock).addTo(routes, gate);
        new SubscriptionCalls(config, subscribers, knobs).addTo(routes, gate);
    }

    @Override
    public Answer answer(Request request) {
        try {
            return routes.answer(request).orElseGet(() -> GoogleErrors.noSuchPage(request.path()));
        } catch (Refused refused) {
            return refused.answer();
        } catch (IllegalArgumentException e) {
            return GoogleErrors.invalid("Invalid JSON payload received.");
        }
    }

    /** How this side says no when a call is made to go wrong. */
    public Refusals refusals() {
        return new GoogleRefusals(gate, knobs);
    }

    // ---- set up

    /** Tokens as if the person had allowed these scopes for offline use, without a browser. */
    public GoogleTokens hasConsent(SimulatedUser user, HealthScope... scopes) {
        Set<HealthScope> granted = EnumSet.noneOf(HealthScope.class);
        granted.addAll(List.of(scopes));
        return consents.issue(user.id(), granted, true);
    }

    /** How far that person has come with the account. */
    public void hasAccount(String userId, AccountState state) {
        gate.setAccount(userId, state);
    }

    /** An endpoint for everybody's changes of every type, without asking it. */
    public void hasSubscriber(URI endpoint, String secret) {
        List<DataType> types =
                Arrays.stream(DataType.values()).filter(DataType::isNotified).toList();
        Instant now = clock.instant();
        subscribers.put(
                new HealthSubscriber(
                        FIRST_SUBSCRIBER,
                        endpoint,
                        secret,
                        List.of(new HealthSubscriber.Interest(types, true)),
                        now,
                        now));
    }

    public Knobs knobs() {
        return knobs.all();
    }

    /** Other knobs from now on. */
    public void set(Knobs newKnobs) {
        knobs.set(newKnobs);
    }

    /** Google's number for that person. */
    public static String healthUserId(SimulatedUser user) {
        return HealthIds.of(user.id());
    }

    /** Another key signs from now on. */
    public void rotatesKey() {
        keys.rotate();
    }

    /** Lets every access token run out now. */
    public void expiresAccessTokens() {
        consents.expireAccess();
    }

    // ---- what happens; each answers an endpoint's status, null where nobody was told

    /** Tells what became known at a happening of a life. */
    public @Nullable Integer happened(Happening happening) {
        if (happening.kind() == Happening.Kind.REFRESH_ENDED) {
            consents.endRefresh(happening.userId());
        }
        SimulatedUser user = people.find(happening.userId()).orElse(null);
        Set<HealthScope> scopes = consents.liveScopes(happening.userId());
        if (user == null || happening.isUnheard() || scopes.isEmpty() || !teller.hasAnybody()) {
            return null;
        }
        PersonData before = person(user, happening.at().minus(INSTANT_BEFORE));
        PersonData after = person(user, happening.at());
        return teller.tell(after, scopes, Changes.between(before, after), true);
    }

    /** Tells about an activity set up, edited or deleted by hand. */
    public @Nullable Integer changed(SimulatedActivity activity, boolean isGone) {
        return ring(
                activity.userId(),
                new Change(DataType.EXERCISE, isGone, new Span(activity.start(), activity.end())));
    }

    /**
     * Says that data of that type changed.
     *
     * @param type a kebab-case id
     * @throws IllegalArgumentException if there is no such type
     */
    public @Nullable Integer ring(
            String userId, String type, boolean isDeletion, Instant from, Instant to) {
        DataType known =
                DataType.of(type)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "dataType \"" + type + "\" is not known"));
        return ring(userId, new Change(known, isDeletion, new Span(from, to)));
    }

    /** Any body with any signature, to the first subscriber. */
    public @Nullable Integer ringWith(String body, SignatureKind signature) {
        List<HealthSubscriber> all = subscribers.all();
        return all.isEmpty() ? null : sender.send(all.getFirst(), body, signature);
    }

    /** The person or the client ends the consent: tokens end first. */
    public @Nullable Integer withdrawConsent(String userId) {
        Set<HealthScope> scopes = consents.liveScopes(userId);
        consents.withdraw(userId);
        SimulatedUser user = people.find(userId).orElse(null);
        if (user == null || !knobs.webhooks().deleteOnRevocation()) {
            return null;
        }
        List<Change> all =
                Arrays.stream(DataType.values())
                        .filter(DataType::isNotified)
                        .map(type -> new Change(type, true, null))
                        .toList();
        return teller.tell(person(user, clock.instant()), scopes, all, false);
    }

    // ---- look back

    /** Every attempt to tell a subscriber, oldest first. */
    public List<SentNotification> sent() {
        return sender.sent();
    }

    /** Attempts without an answer, and notifications that wait for their next attempt. */
    public int inFlight() {
        return sender.inFlight();
    }

    /** The requests of each user. */
    public Quota quota() {
        return gate.quota();
    }

    /** How many times a refresh token was refused because a life had ended it. */
    public int refusedAfterTheEnd() {
        return consents.refusedAfterTheEnd();
    }

    /** Everything back to the start. */
    public void reset() {
        knobs.reset();
        consents.clear();
        gate.clear();
        keys.clear();
        subscribers.clear();
        sender.reset();
        registerConfigured();
    }

    @Override
    public void close() {
        sender.close();
    }

    private @Nullable Integer ring(String userId, Change change) {
        SimulatedUser user = people.find(userId).orElse(null);
        return user == null
                ? null
                : teller.tell(
                        person(user, clock.instant()),
                        consents.liveScopes(userId),
                        List.of(change),
                        false);
    }

    private void registerConfigured() {
        URI endpoint = config.subscriberUrl();
        if (endpoint != null) {
            hasSubscriber(endpoint, config.subscriberSecret());
        }
    }

    private PersonData person(SimulatedUser user, Instant now) {
        return PersonData.of(people, user, now, knobs.answers());
    }
}
