package io.pulseline.simulator.strava;

import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Strava as a target sees it: every path below {@code /strava}. One application, {@value
 * #CLIENT_ID}. Every method may be called from any thread.
 */
public final class Strava implements Handler {
    /** Every path of this side begins with it. */
    public static final String PREFIX = "/strava/";

    public static final String CLIENT_ID = "178293";
    public static final String CLIENT_SECRET = "simulated-strava-secret";

    private final RateWindows windows;
    private final StravaConsents consents;
    private final StravaBook book;
    private final Routes routes = new Routes();
    private volatile StravaKnobs knobs = StravaKnobs.defaults();

    /** A side without athletes; expiry and rate limits go by the clock. */
    public Strava(InstantSource clock) {
        windows = new RateWindows(clock, this::knobs);
        consents = new StravaConsents(clock, this::knobs);
        book = new StravaBook(clock, this::knobs);
        StravaConsentPage page = new StravaConsentPage(consents, this::knobs);
        StravaTokenEndpoint tokens = new StravaTokenEndpoint(consents, this::knobs, clock);
        routes.add("GET", StravaConsentPage.PATH, page::show)
                .add("POST", StravaConsentPage.PATH, page::decide)
                .add("POST", "/strava/oauth/token", tokens::token)
                .add("POST", "/strava/oauth/deauthorize", tokens::deauthorize);
        new StravaCalls(book).addTo(routes, new StravaGate(consents, windows));
    }

    @Override
    public Answer answer(Request request) {
        return routes.answer(request).orElseGet(() -> StravaErrors.notFound("resource"));
    }

    /** How this side says no when a call is made to go wrong. */
    public Refusals refusals() {
        return new StravaRefusals(windows);
    }

    // ---- set up

    /** Tokens as if the athlete of that name had allowed these scopes, without a browser. */
    public StravaTokens hasConsent(String athlete, StravaScope... scopes) {
        return consents.issue(
                new StravaConsents.Allowed(consents.athlete(athlete), Set.of(scopes)));
    }

    public StravaKnobs knobs() {
        return knobs;
    }

    /** Other knobs from now on. */
    public void set(StravaKnobs newKnobs) {
        knobs = newKnobs;
    }

    /** Lets every access token run out now. */
    public void expiresAccessTokens() {
        consents.expireAccess();
    }

    /** The athlete withdraws the consent in the account's settings; nobody is told. */
    public void withdrawsConsent(long athlete) {
        consents.withdraw(athlete);
    }

    // ---- look back

    /** Everything that became of uploads, oldest first. */
    public List<StravaActivity> activities() {
        return book.activities();
    }

    /** Every upload that was taken, oldest first. */
    public List<StravaUpload> uploads() {
        return book.uploads();
    }

    /** Requests of the application in the running windows. */
    public RateWindows.Usage usage() {
        return windows.usage();
    }

    /** Everything back to the start. */
    public void reset() {
        knobs = StravaKnobs.defaults();
        windows.clear();
        consents.clear();
        book.clear();
    }
}
