package io.pulseline.simulator;

import io.pulseline.simulator.control.Addresses;
import io.pulseline.simulator.control.ControlApi;
import io.pulseline.simulator.control.Play;
import io.pulseline.simulator.control.Stage;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.fault.Faults;
import io.pulseline.simulator.fault.FaultyFace;
import io.pulseline.simulator.fault.FitbitRefusals;
import io.pulseline.simulator.fault.Mishaps;
import io.pulseline.simulator.fault.Struck;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.fhir.Fhir;
import io.pulseline.simulator.fitbit.FitbitApi;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.RequestLog;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.http.WebServer;
import io.pulseline.simulator.intervals.Intervals;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.notify.Notifier;
import io.pulseline.simulator.notify.SentNotification;
import io.pulseline.simulator.notify.SignatureKind;
import io.pulseline.simulator.notify.Subscriber;
import io.pulseline.simulator.notify.Subscriptions;
import io.pulseline.simulator.notify.Verification;
import io.pulseline.simulator.oauth.Application;
import io.pulseline.simulator.oauth.AuthorizePage;
import io.pulseline.simulator.oauth.Consents;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenEndpoint;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.receiver.ProgrammedAnswer;
import io.pulseline.simulator.receiver.ReceivedMessage;
import io.pulseline.simulator.receiver.Receivers;
import io.pulseline.simulator.strava.Strava;
import io.pulseline.simulator.truth.ActivityEdit;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.Cohort;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedClock;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for Fitbit and Google Health, with three verbs: set up, fail next, look back.
 * It listens from {@link #start()} to {@link #close()}; every method may be called from any thread.
 */
public final class FitbitSimulator implements AutoCloseable {
    private static final int BODY_LIMIT = 1 << 20;
    // A delivered activity with its series inline may be as large as the largest record.
    private static final int RECEIVER_BODY_LIMIT = 8 << 20;
    // Strava's largest file, and the form around it.
    private static final int FILE_BODY_LIMIT = 25 << 20;

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Stage stage;
    private final WebServer web;
    private final Addresses addresses;
    private final Thread ticker;

    private FitbitSimulator(Stage stage, WebServer web, Addresses addresses, Thread ticker) {
        this.stage = stage;
        this.web = web;
        this.addresses = addresses;
        this.ticker = ticker;
    }

    /** Starts with {@link SimulatorConfig#defaults()} on any free port. */
    public static FitbitSimulator start() {
        return start(SimulatorConfig.defaults());
    }

    /** Starts; throws naming address and port if it cannot listen there. */
    public static FitbitSimulator start(SimulatorConfig config) {
        WebServer web = WebServer.bind(config.host(), config.port());
        Addresses addresses = addresses(config, web.port());
        SimulatedClock clock = new SimulatedClock(config.time());
        Switches switches = new Switches();
        Application application =
                new Application(config.clientId(), config.clientSecret(), config.redirectUris());
        Struck struck = new Struck();
        Mishaps mishaps = new Mishaps(struck);
        Stage stage = stage(config, application, addresses, clock, switches, struck, mishaps);
        stage.api()
                .with(
                        new AuthorizePage(application, stage.people(), stage.consents()),
                        new TokenEndpoint(
                                application, stage.consents(), clock, stage::revokedByApplication));
        web.serve(
                FitbitSimulator::bodyLimit,
                new Faces(
                        new ControlApi(stage, addresses),
                        stage.receivers(),
                        fitbitFace(stage, mishaps),
                        new FaultyFace(
                                stage.google(), stage.faults(), mishaps, stage.google().refusals()),
                        new FaultyFace(
                                stage.strava(), stage.faults(), mishaps, stage.strava().refusals()),
                        new FaultyFace(
                                stage.intervals(),
                                stage.faults(),
                                mishaps,
                                stage.intervals().refusals()),
                        new FaultyFace(
                                stage.fhir(), stage.faults(), mishaps, stage.fhir().refusals()),
                        stage.requests(),
                        clock));
        return new FitbitSimulator(stage, web, addresses, ticker(stage.play()));
    }

    @Override
    public void close() {
        ticker.interrupt();
        web.close();
        stage.notifier().close();
        stage.google().close();
    }

    /** The same people as the Google Health API shows them. */
    public GoogleHealth googleHealth() {
        return stage.google();
    }

    /** Where targets send activities to. */
    public Strava strava() {
        return stage.strava();
    }

    /** Where targets send activities and metrics of days to. */
    public Intervals intervals() {
        return stage.intervals();
    }

    /** Where targets send Observations to. */
    public Fhir fhir() {
        return stage.fhir();
    }

    /** Base URL of the Fitbit calls, as other services reach it. */
    public String apiUrl() {
        return addresses.apiUrl();
    }

    /** The page for browsers. */
    public String authorizeUrl() {
        return addresses.authorizeUrl();
    }

    /** Where that receiver takes webhooks. */
    public String receiverUrl(String name) {
        return addresses.receiverUrl() + "/" + name;
    }

    // ---- set up

    /** Somebody new with that seed's body. */
    public SimulatedUser hasUser(String name, ZoneId zone, long seed) {
        return stage.people().add(name, zone, seed);
    }

    /** Tokens as if the person had allowed these scopes, without a browser. */
    public TokenPair hasConsent(SimulatedUser user, Scope... scopes) {
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        granted.addAll(List.of(scopes));
        return stage.consents().issue(user.id(), granted);
    }

    /** An outdoor run with positions that ends now; nobody is told. */
    public SimulatedActivity hasRun(SimulatedUser user, Duration length) {
        return hasActivity(user, ActivityPlan.run(length).build());
    }

    /** An activity; nobody is told. */
    public SimulatedActivity hasActivity(SimulatedUser user, ActivityPlan plan) {
        return stage.perform(user.id(), plan, false).activity();
    }

    /** The person edits an activity; nobody is told. */
    public SimulatedActivity hasEdited(SimulatedActivity activity, ActivityEdit edit) {
        return stage.edit(activity.userId(), activity.logId(), edit, false).activity();
    }

    /** The person deletes an activity; nobody is told. */
    public void hasDeleted(SimulatedActivity activity) {
        stage.delete(activity.userId(), activity.logId(), false);
    }

    /** A remote target that verifies with the secret; see {@link #receiverUrl}. */
    public void hasReceiver(String name, String secret) {
        stage.receivers().add(name, secret);
    }

    /** Registers the endpoint for notifications. */
    public void hasSubscriber(URI url) {
        stage.notifier().moveTo(url);
    }

    /** People who begin to live now, see {@code POST /simulator/lives}; nothing goes wrong. */
    public List<Life> hasLives(int users, int days, long seed) {
        return stage.play().begin(new Cohort(users, days, seed, now(), true), false);
    }

    /** Moves the simulated time on. */
    public void advance(Duration by) {
        stage.advance(by);
    }

    /** The simulated time. */
    public Instant now() {
        return stage.clock().instant();
    }

    /** Lets every access token run out now. */
    public void expiresAccessTokens() {
        stage.consents().expireAccess();
    }

    public void turnOn(Switch one) {
        stage.switches().set(one, true);
    }

    public void turnOff(Switch one) {
        stage.switches().set(one, false);
    }

    /** Requests per hour and user. */
    public void limitsTo(int requestsPerHour) {
        stage.switches().limitTo(requestsPerHour);
    }

    /** Everything back to the start. */
    public void reset() {
        stage.reset();
    }

    // ---- tell the application; each answers the endpoint's status, null without one

    /** The person's data of that day changed. */
    public @Nullable Integer ringsFor(SimulatedUser user, String collection, LocalDate date) {
        return stage.ring(user.id(), collection, date);
    }

    /** Any batch, also of strangers. */
    public @Nullable Integer rings(List<Notification> batch) {
        return stage.notifier().send(batch);
    }

    /** Any body with any signature. */
    public @Nullable Integer ringsWith(byte[] body, SignatureKind signature) {
        return stage.notifier().send(body, signature);
    }

    /** The person withdraws the consent: tokens and subscriptions end first. */
    public @Nullable Integer withdrawsConsent(SimulatedUser user) {
        return stage.withdrawConsent(user.id());
    }

    /** Asks the endpoint with the right and a wrong code. */
    public Verification verifiesSubscriber() {
        return stage.notifier().verify();
    }

    // ---- fail next

    /** Lets coming calls go wrong. */
    public void failNext(Fault fault) {
        stage.faults().add(fault);
    }

    /** The receiver's next answers to verified calls, then 204 again. */
    public void receiverAnswers(String name, ProgrammedAnswer... answers) {
        stage.receivers().willAnswer(name, List.of(answers));
    }

    // ---- look back

    /** Everybody, in the order of set-up. */
    public List<SimulatedUser> users() {
        return stage.people().all();
    }

    /** Calls to the Fitbit side, oldest first. */
    public List<SeenRequest> requests() {
        return stage.requests().all();
    }

    /** Every attempt to tell the application, oldest first. */
    public List<SentNotification> notificationsSent() {
        return stage.notifier().sent();
    }

    /** What a receiver was told, oldest first. */
    public List<ReceivedMessage> messages(String receiver) {
        return stage.receivers().messages(receiver);
    }

    /** Lets lives go on where the clock runs by itself. */
    private static Thread ticker(Play play) {
        return Thread.ofVirtual()
                .name("lives")
                .start(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        try {
                            Thread.sleep(TICK);
                            play.catchUp();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
    }

    /** Switched off for good, or behind the faults that were ordered. */
    private static Handler fitbitFace(Stage stage, Mishaps mishaps) {
        FitbitRefusals refusals = new FitbitRefusals(stage.switches(), stage.clock());
        Handler face = new FaultyFace(stage.api(), stage.faults(), mishaps, refusals);
        return request ->
                stage.switches().isOn(Switch.GONE) ? refusals.gone() : face.answer(request);
    }

    private static Stage stage(
            SimulatorConfig config,
            Application application,
            Addresses addresses,
            SimulatedClock clock,
            Switches switches,
            Struck struck,
            Mishaps mishaps) {
        People people = new People(clock);
        Consents consents = new Consents(application, clock, switches);
        Subscriptions subscriptions = new Subscriptions();
        Notifier notifier = new Notifier(subscriber(config), clock);
        FitbitApi api =
                new FitbitApi(
                        addresses.apiUrl(),
                        clock,
                        people,
                        consents,
                        switches,
                        subscriptions,
                        notifier);
        GoogleHealth google = new GoogleHealth(config.googleHealth(), clock, people, mishaps);
        return new Stage(
                clock,
                people,
                consents,
                switches,
                new Faults(),
                subscriptions,
                notifier,
                new Receivers(clock),
                new RequestLog(),
                api,
                google,
                new Strava(clock),
                new Intervals(),
                new Fhir(),
                new Play(
                        clock, people, consents, subscriptions, notifier, google, mishaps, struck));
    }

    private static int bodyLimit(String path) {
        if (path.startsWith(Strava.PREFIX) || path.startsWith(Intervals.PREFIX)) {
            return FILE_BODY_LIMIT;
        }
        return path.startsWith("/receiver/") || path.startsWith(Fhir.PREFIX)
                ? RECEIVER_BODY_LIMIT
                : BODY_LIMIT;
    }

    private static Subscriber subscriber(SimulatorConfig config) {
        return new Subscriber(
                config.subscriberId(),
                config.subscriberUrl(),
                config.verificationCode(),
                config.clientSecret(),
                config.retryDelays());
    }

    private static Addresses addresses(SimulatorConfig config, int port) {
        String here = "http://localhost:" + port;
        String self = config.selfUrl() == null ? here : config.selfUrl();
        String browser = config.browserUrl() == null ? here : config.browserUrl();
        return new Addresses(
                self, browser + "/oauth2/authorize", self + "/receiver", config.clientId());
    }
}
