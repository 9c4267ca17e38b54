package io.pulseline.pipeline.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.SimulatedStrava;
import io.pulseline.pipeline.StravaPlace;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.target.strava.StravaSettings;
import io.pulseline.pipeline.target.strava.StravaTokens.Access;
import io.pulseline.simulator.fault.Fault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that end, rotate, get lost; two replicas are two sets of objects on one database. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
@WithTestResource(StravaPlace.class)
class StravaGrantsTest {
    private static final String TOKEN = "/strava/oauth/token";

    @Inject Grants grants;
    @Inject Attempts attempts;
    @Inject StravaConsent strava;
    @Inject StravaSettings settings;
    @Inject Clock clock;

    private final Street stella = Street.of("stella", "row");
    private final UUID user = stella.user();

    @BeforeEach
    void connect() {
        SimulatedStrava.connect(stella);
    }

    @AfterEach
    void tidy() {
        SimulatedStrava.simulator().reset();
        var _ = grants.forget(user, StravaGrants.TYPE);
        stella.close();
    }

    private StravaGrants replica() {
        return new StravaGrants(grants, strava, settings, clock);
    }

    private Access.Usable usable() {
        assertThat(replica().current(user)).isInstanceOf(Access.Usable.class);
        return (Access.Usable) replica().current(user);
    }

    private static int asked() {
        return SimulatedStrava.seen(TOKEN).size();
    }

    private GrantView view() {
        return grants.of(user).getFirst();
    }

    @Test
    void aFreshTokenIsGivenOutAsItIs() {
        int before = asked();

        assertThat(usable().token()).isEqualTo(usable().token());
        assertThat(asked()).isEqualTo(before);
        assertThat(usable().toString()).doesNotContain(usable().token());
    }

    @Test
    void aTokenThatEndsSoonIsReplacedAgainAndAgain() {
        SimulatedStrava.knobs("{\"accessTokenSeconds\": 60}");
        String first = usable().token();
        Access.Usable second = (Access.Usable) replica().insteadOf(user, usable());
        Access.Usable third = (Access.Usable) replica().current(user);

        assertThat(List.of(first, second.token(), third.token())).doesNotHaveDuplicates();
        assertThat(view().state()).isEqualTo(GrantState.ACTIVE);
    }

    @Test
    void whoeverComesLateGetsTheNewerOne() {
        Access.Usable refused = usable();
        Access.Usable other = (Access.Usable) replica().insteadOf(user, refused);
        int before = asked();

        assertThat(replica().insteadOf(user, refused)).isEqualTo(other);
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void twoReplicasNeverSpendTheSameRefreshToken() throws Exception {
        List<StravaGrants> replicas = List.of(replica(), replica());
        int before = asked();
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas.size())) {
            for (int round = 0; round < 5; round++) {
                SimulatedStrava.simulator()
                        .failNext(Fault.slow(Duration.ofMillis(50)).onPath(TOKEN));
                refreshAtOnce(threads, replicas);
            }
        }

        assertThat(SimulatedStrava.seen(TOKEN).subList(before, asked()))
                .hasSize(5)
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(200));
        assertThat(view().state()).isEqualTo(GrantState.ACTIVE);
    }

    private void refreshAtOnce(ExecutorService threads, List<StravaGrants> replicas)
            throws Exception {
        Access.Usable refused = usable();
        CyclicBarrier together = new CyclicBarrier(replicas.size());
        List<Future<Access>> answers = new ArrayList<>();
        for (StravaGrants replica : replicas) {
            answers.add(
                    threads.submit(() -> {
                        together.await();
                        return replica.insteadOf(user, refused);
                    }));
        }
        for (Future<Access> answer : answers) {
            assertThat(answer.get()).isInstanceOfAny(Access.Usable.class, Access.Soon.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConsentThatWasTakenBackEndsTheGrantAndNobodyAsksAgain(boolean standardErrors) {
        Access.Usable refused = usable();
        SimulatedStrava.knobs("{\"standardErrors\": " + standardErrors + "}");
        SimulatedStrava.strava()
                .withdrawsConsent(Long.parseLong(String.valueOf(view().remoteId())));

        assertThat(replica().insteadOf(user, refused))
                .isInstanceOfSatisfying(
                        Access.None.class,
                        none ->
                                assertThat(none.reason())
                                        .contains("/targets/strava/connect", "no longer accepts"));
        int before = asked();
        assertThat(replica().current(user)).isInstanceOf(Access.None.class);
        assertThat(asked()).isEqualTo(before);
        assertThat(view().state()).isEqualTo(GrantState.NEEDS_REAUTHORIZATION);
        assertThat(view().reason()).contains("no longer accepts");

        SimulatedStrava.connect(stella);
        assertThat(view().state()).isEqualTo(GrantState.ACTIVE);
        assertThat(view().reason()).isNull();
        assertThat(usable().token()).isNotEqualTo(refused.token());
    }

    @Test
    void whatSaysNothingOfTheGrantOnlyPostpones() {
        for (Fault fault :
                List.of(
                        Fault.serverError(500),
                        Fault.rateLimited(),
                        Fault.invalidToken(),
                        Fault.htmlBody(502),
                        Fault.emptyBody(),
                        Fault.conflict())) {
            SimulatedStrava.simulator().failNext(fault.onPath(TOKEN));

            assertThat(replica().insteadOf(user, usable())).isInstanceOf(Access.Later.class);
            assertThat(view().state()).isEqualTo(GrantState.ACTIVE);
            assertThat(replica().insteadOf(user, usable())).isInstanceOf(Access.Usable.class);
        }
    }

    @Test
    void aPairThatGotLostIsToldAsSuch() {
        Access.Usable refused = usable();
        SimulatedStrava.simulator().failNext(Fault.answerLost().onPath(TOKEN));

        assertThat(replica().insteadOf(user, refused)).isInstanceOf(Access.Later.class);
        // The old token is tried once more; Strava has used it up.
        assertThat(replica().insteadOf(user, refused))
                .isInstanceOfSatisfying(
                        Access.None.class,
                        none -> assertThat(none.reason()).contains("refresh interrupted"));
        assertThat(view().reason()).contains("refresh interrupted");
    }

    @Test
    void whoDiesWhileRefreshingHoldsItUpNoLongerThanItsLease() {
        Grants.Held held = grants.held(user, StravaGrants.TYPE).orElseThrow();
        Instant now = Instant.now();
        assertThat(grants.claim(held, now, now.plusSeconds(60))).isPresent();

        assertThat(replica().insteadOf(user, usable())).isInstanceOf(Access.Soon.class);
        assertThat(grants.claim(held, now.plusSeconds(61), now.plusSeconds(120)))
                .hasValueSatisfying(right -> assertThat(right.unfinished()).isTrue());
    }

    @Test
    void aRefreshThatWasOvertakenByANewConsentChangesNothing() {
        Grants.Held held = grants.held(user, StravaGrants.TYPE).orElseThrow();
        Instant now = Instant.now();
        Grants.RefreshRight right = grants.claim(held, now, now.plusSeconds(60)).orElseThrow();
        SimulatedStrava.connect(stella);
        String fresh = usable().token();

        TokenPair late = new TokenPair("late", "late", now.plusSeconds(3600));
        assertThat(grants.store(right, late)).isFalse();
        assertThat(grants.needsReauthorization(right, "gone", now)).isFalse();
        assertThat(usable().token()).isEqualTo(fresh);
    }

    @Test
    void withoutAGrantTheWayToOneIsTold() {
        assertThat(replica().current(UUID.randomUUID()))
                .isEqualTo(new Access.None("Strava is not connected yet: /targets/strava/connect"));
    }

    @Test
    void whoStaysAwayTooLongIsForgotten() {
        Instant now = clock.instant();
        attempts.store("key", user, StravaGrants.TYPE, now, now.plusSeconds(600));

        assertThat(attempts.take("key", StravaGrants.TYPE, now.plusSeconds(600))).isEmpty();
        attempts.store("key", user, StravaGrants.TYPE, now, now.plusSeconds(600));
        assertThat(attempts.take("key", "another", now)).isEmpty();
        attempts.store("key", user, StravaGrants.TYPE, now, now.plusSeconds(600));
        assertThat(attempts.take("key", StravaGrants.TYPE, now)).hasValue(user);
        assertThat(attempts.take("key", StravaGrants.TYPE, now)).isEmpty();
    }
}
