package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.target.strava.StravaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** From "connect me" to a grant: authorization code with a single-use state. All methods block. */
@ApplicationScoped
class StravaConnectFlow {
    private static final Logger LOG = Logger.getLogger(StravaConnectFlow.class);

    private final Attempts attempts;
    private final Grants grants;
    private final StravaConsent strava;
    private final StravaSettings settings;
    private final Clock clock;
    private final String publicUrl;

    StravaConnectFlow(
            Attempts attempts,
            Grants grants,
            StravaConsent strava,
            StravaSettings settings,
            Clock clock,
            @ConfigProperty(name = "pulseline.public-url") String publicUrl) {
        this.attempts = attempts;
        this.grants = grants;
        this.strava = strava;
        this.settings = settings;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * What came with the browser.
     *
     * @param browser its mark, as {@link #start} was given it
     * @param loggedIn who is logged in there; null for nobody
     * @param scopes what the user allowed, separated by commas; null if Strava did not say
     */
    record Return(
            String state,
            String browser,
            @Nullable UUID loggedIn,
            @Nullable String code,
            @Nullable String scopes,
            @Nullable String error) {
        /** Never code and state. */
        @Override
        public String toString() {
            return "Return[loggedIn=" + loggedIn + "]";
        }
    }

    /**
     * Where to send this user's browser.
     *
     * @param browser unguessable mark of the browser; only the same one may come back
     */
    URI start(UUID user, String browser) {
        String state = Unguessable.text();
        Instant now = clock.instant();
        attempts.store(
                key(state, browser),
                user,
                StravaGrants.TYPE,
                now,
                now.plus(settings.connectExpiresAfter()));
        return strava.authorizeUrl(state, URI.create(publicUrl + "/targets/strava/callback"));
    }

    /** A state that was stolen, or slipped to somebody else, finds nothing without its browser. */
    private static String key(String state, String browser) {
        return state + "." + browser;
    }

    /** Whether browsers see us through TLS only. */
    boolean isSecure() {
        return publicUrl.startsWith("https:");
    }

    /** Strava sent the browser back; exactly one of code and error is expected. */
    ConnectOutcome finish(Return back) {
        Optional<UUID> user =
                attempts.take(
                        key(back.state(), back.browser()), StravaGrants.TYPE, clock.instant());
        if (user.isEmpty() || (back.loggedIn() != null && !user.get().equals(back.loggedIn()))) {
            return new ConnectOutcome.NoSuchAttempt();
        }
        String code = back.code();
        if (back.error() != null || code == null) {
            return new ConnectOutcome.Denied(back.error() == null ? "no code" : back.error());
        }
        List<String> scopes = scopes(back.scopes());
        if (!scopes.contains(StravaConsent.NEEDED_SCOPE)) {
            return new ConnectOutcome.ScopeMissing(StravaConsent.NEEDED_SCOPE);
        }
        return switch (strava.exchange(code)) {
            case TokenAnswer.Granted granted -> connected(user.get(), granted, scopes);
            case TokenAnswer.InvalidGrant() -> new ConnectOutcome.CodeRefused();
            case TokenAnswer.Undecided(String reason, var _) -> {
                LOG.warnf("code of Strava not exchanged: reason=%s", reason);
                yield new ConnectOutcome.Unavailable();
            }
        };
    }

    private ConnectOutcome connected(UUID user, TokenAnswer.Granted granted, List<String> scopes) {
        String remoteId = granted.remoteId();
        if (remoteId != null && grants.isAnothers(user, StravaGrants.TYPE, remoteId)) {
            return new ConnectOutcome.BelongsToAnother();
        }
        grants.keep(
                new NewGrant(
                        user,
                        StravaGrants.TYPE,
                        granted.tokens(),
                        scopes,
                        remoteId,
                        granted.remoteName()),
                clock.instant());
        LOG.infof("connected: target=%s user=%s", StravaGrants.TYPE, user);
        return new ConnectOutcome.Connected(granted.remoteName());
    }

    private static List<String> scopes(@Nullable String allowed) {
        return Arrays.stream((allowed == null ? StravaConsent.SCOPES : allowed).split("[, ]+", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
