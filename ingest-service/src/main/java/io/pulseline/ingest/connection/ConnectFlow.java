package io.pulseline.ingest.connection;

import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.Spending;
import io.pulseline.ingest.connection.AuthorizationAttempts.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** From "connect me" to a connection: authorization code with PKCE S256 and single-use state. */
@ApplicationScoped
class ConnectFlow {
    private static final Logger LOG = Logger.getLogger(ConnectFlow.class);

    private final AuthorizationAttempts attempts;
    private final ConnectionStore connections;
    private final ConnectionPublishing publishing;
    private final ConnectConfig config;
    private final Clock clock;

    ConnectFlow(
            AuthorizationAttempts attempts,
            ConnectionStore connections,
            ConnectionPublishing publishing,
            ConnectConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.connections = connections;
        this.publishing = publishing;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Where to send the browser of this user.
     *
     * @param browser unguessable mark of the browser; only the same one may come back
     */
    URI start(ConsentProvider provider, UUID user, String browser) {
        String state = Pkce.unguessable();
        String verifier = Pkce.unguessable();
        Instant now = clock.instant();
        attempts.forgetExpired(now);
        attempts.store(
                key(state, browser),
                new Attempt(provider.provider(), user, verifier),
                now.plus(config.attemptExpiresAfter()));
        return provider.authorizeUrl(state, Pkce.challenge(verifier), redirect(provider));
    }

    /** A state that was stolen, or slipped to somebody else, finds nothing without its browser. */
    private static String key(String state, String browser) {
        return state + "." + browser;
    }

    /** How long a browser must be remembered. */
    Duration attemptExpiresAfter() {
        return config.attemptExpiresAfter();
    }

    /** Whether browsers see us through TLS only. */
    boolean isSecure() {
        return config.publicUrl().startsWith("https:");
    }

    private URI redirect(ConsentProvider provider) {
        return URI.create(config.publicUrl() + "/connect/" + provider.pathName() + "/callback");
    }

    /**
     * The provider sent the browser back; exactly one of code and error is expected.
     *
     * @param browser the mark that {@link #start} was given
     */
    ConnectOutcome finish(
            ConsentProvider provider,
            String state,
            String browser,
            @Nullable String code,
            @Nullable String error) {
        Optional<Attempt> attempt =
                attempts.take(key(state, browser), clock.instant())
                        .filter(taken -> taken.provider().equals(provider.provider()));
        if (attempt.isEmpty()) {
            return new ConnectOutcome.NoSuchAttempt();
        }
        if (error != null || code == null) {
            return new ConnectOutcome.Denied(error == null ? "no code" : error);
        }
        TokenAnswer answer = provider.exchange(code, attempt.get().verifier(), redirect(provider));
        return switch (answer) {
            case TokenAnswer.Granted(TokenPair tokens) ->
                    connect(provider, attempt.get().user(), tokens);
            case TokenAnswer.InvalidGrant() -> new ConnectOutcome.CodeRefused();
            case TokenAnswer.Gone(String reason) -> new ConnectOutcome.ProviderGone(reason);
            case TokenAnswer.Undecided(String reason, Optional<Instant> _) -> {
                LOG.warnf("code not exchanged: provider=%s reason=%s", provider.provider(), reason);
                yield new ConnectOutcome.ProviderUnavailable();
            }
        };
    }

    private ConnectOutcome connect(ConsentProvider provider, UUID user, TokenPair tokens) {
        if (isAnothers(provider, user, tokens)) {
            return new ConnectOutcome.BelongsToAnother();
        }
        UUID id = ConnectionStore.idOf(user, provider.provider(), tokens.providerUserId());
        NewConsent consent =
                Spending.of(id, Priority.LIVE, () -> firstLook(provider, user, tokens)).answer();
        Optional<Connection> kept = connections.keep(consent);
        if (kept.isEmpty()) {
            return new ConnectOutcome.BelongsToAnother();
        }
        publishing.wake();
        LOG.infof("connected: connection=%s user=%s", kept.get().id(), user);
        return new ConnectOutcome.Connected(kept.get());
    }

    /** What fails here is asked again by sync; the consent itself must not be lost. */
    private NewConsent firstLook(ConsentProvider provider, UUID user, TokenPair tokens) {
        ProviderAnswer<ZoneId> zone = provider.zone(tokens.accessToken());
        ProviderAnswer<Boolean> subscription =
                provider.subscribe(tokens.accessToken(), tokens.providerUserId(), tokens.scopes());
        return consent(provider, user, tokens, zone, subscription);
    }

    private boolean isAnothers(ConsentProvider provider, UUID user, TokenPair tokens) {
        return connections
                .findByOwner(provider.provider(), tokens.providerUserId())
                .filter(held -> !held.user().equals(user))
                .isPresent();
    }

    private NewConsent consent(
            ConsentProvider provider,
            UUID user,
            TokenPair tokens,
            ProviderAnswer<ZoneId> zone,
            ProviderAnswer<Boolean> subscription) {
        Instant now = clock.instant();
        boolean zoneRead = zone instanceof ProviderAnswer.Given<ZoneId>;
        boolean subscribed = subscription instanceof ProviderAnswer.Given<Boolean>;
        ZoneId local =
                zone instanceof ProviderAnswer.Given<ZoneId>(ZoneId told) ? told : ZoneOffset.UTC;
        LocalDate today = now.atZone(local).toLocalDate();
        return new NewConsent(
                user,
                provider.provider(),
                tokens,
                conditions(provider, tokens, subscribed, now),
                zoneRead ? ZoneHistory.UNKNOWN.told(local, today) : ZoneHistory.UNKNOWN,
                zoneRead,
                subscribed,
                // A night's or a zone's width back; what is older is backfill, not live.
                today.minusDays(1),
                now);
    }

    private static List<Condition> conditions(
            ConsentProvider provider, TokenPair tokens, boolean subscribed, Instant now) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> missing = new TreeSet<>(provider.wantedScopes());
        missing.removeAll(tokens.scopes());
        if (!missing.isEmpty()) {
            conditions.add(
                    new Condition(
                            Condition.MISSING_SCOPES,
                            now,
                            "PARTIAL_CONSENT",
                            "You did not allow: "
                                    + String.join(", ", missing)
                                    + ". What needs it is left out; connect again to allow it."));
        }
        if (!subscribed) {
            conditions.add(
                    new Condition(
                            Condition.NO_SUBSCRIPTION,
                            now,
                            "NOT_SUBSCRIBED",
                            "The provider does not notify us yet; new data is found by the hourly"
                                    + " look."));
        }
        return conditions;
    }
}
