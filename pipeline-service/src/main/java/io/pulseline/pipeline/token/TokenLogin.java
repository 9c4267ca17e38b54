package io.pulseline.pipeline.token;

import io.pulseline.access.LoginProblem;
import io.pulseline.access.Roles;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.KnownUser;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs in who sends one of our tokens, as the user who made it and with the role {@code user} only,
 * whatever other roles that user has. Asked before OpenID Connect, to which other bearer tokens go
 * on. What is refused is said in the answer, and written into no log.
 */
@ApplicationScoped
class TokenLogin implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(TokenLogin.class);

    /** Before those of Quarkus, which have 2,000 at most. */
    private static final int BEFORE_OTHERS = 3_000;

    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final Transactions transactions;
    private final Clock clock;

    TokenLogin(Tokens tokens, Transactions transactions, Clock clock) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int getPriority() {
        return BEFORE_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        Optional<String> sent = sent(context.request().getHeader("Authorization"));
        if (sent.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (!TokenText.isWhole(sent.get())) {
            return refused(context, "This token is not whole: copy all of it.");
        }
        return known(context, TokenText.hash(sent.get()), clock.instant())
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .recoverWithUni(failure -> postponed(context, failure));
    }

    private Uni<SecurityIdentity> known(RoutingContext context, byte[] hash, Instant now) {
        return transactions
                .read(() -> tokens.find(hash))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return refused(
                                context, "There is no such token; it may have been removed.");
                    }
                    ApiToken token = found.get();
                    return token.expired(now)
                            ? refused(context, "This token has expired; make a new one.")
                            : noted(token, Tokens.day(now)).replaceWith(() -> identity(token));
                });
    }

    /** One of ours, without what stands before it. */
    private static Optional<String> sent(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(BEARER.length()).strip())
                .filter(token -> token.startsWith(TokenText.PREFIX));
    }

    private static Uni<SecurityIdentity> refused(RoutingContext context, String why) {
        LoginProblem.tell(context, why);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /** A program would throw its token away if it were told that it is wrong. */
    private static Uni<SecurityIdentity> postponed(RoutingContext context, Throwable failure) {
        LOG.warnf(
                "login with a token postponed, database does not answer: %s",
                failure.getClass().getSimpleName());
        LoginProblem.postpone(context, "The database does not answer; try again soon.");
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private Uni<Void> noted(ApiToken token, LocalDate today) {
        LocalDate last = token.lastUsedOn();
        return last != null && !last.isBefore(today)
                ? Uni.createFrom().voidItem()
                : transactions.write(() -> tokens.used(token.id(), today));
    }

    private static SecurityIdentity identity(ApiToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new KnownUser(token.user()))
                .addRole(Roles.USER)
                .addAttribute(TokenGate.SCOPES, token.scopes())
                .build();
    }

    /** {@code Doorkeeper} answers in our place. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }
}
