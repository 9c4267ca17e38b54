package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class AccessTokensTest {
    /** Longer than an access token lives. */
    private static final Duration NIGHT = Duration.ofHours(9);

    @Inject AccessTokens tokens;
    @Inject TokenStore store;
    @Inject ConnectionStore connections;

    private static UUID connected() {
        return connected(People.wearer());
    }

    private static UUID connected(SimulatedUser wearer) {
        UUID connection = UUID.fromString(People.connects("anna", wearer));
        SimulatedFitbit.awaitQuiet();
        return connection;
    }

    private long version(UUID connection) {
        return store.held(connection).orElseThrow().version();
    }

    @Test
    void ofManyWhoNeedATokenOneRefreshes() throws InterruptedException, ExecutionException {
        UUID connection = connected();
        long before = version(connection);
        SimulatedFitbit.simulator().advance(NIGHT);
        List<Future<AccessAnswer>> answers = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int count = 0; count < 8; count++) {
                answers.add(threads.submit(() -> tokens.usable(connection)));
            }
        }

        SimulatedFitbit.awaitQuiet();
        assertThat(version(connection)).isEqualTo(before + 1);
        for (Future<AccessAnswer> answer : answers) {
            assertThat(answer.get())
                    .isInstanceOfAny(AccessAnswer.Usable.class, AccessAnswer.Later.class);
        }
    }

    @Test
    void aTokenThatSomebodyElseReplacedIsNotRefreshedAgain() {
        UUID connection = connected();
        long before = version(connection);
        AccessAnswer.Usable refused = (AccessAnswer.Usable) tokens.usable(connection);

        AccessAnswer fresh = tokens.insteadOf(connection, refused);
        AccessAnswer same = tokens.insteadOf(connection, refused);

        assertThat(same).isEqualTo(fresh);
        assertThat(version(connection)).isEqualTo(before + 1);
    }

    @Test
    void aRefreshThatACrashCutShortIsTriedOnceMoreAndThenNamed() {
        SimulatedUser wearer = People.wearer();
        UUID connection = connected(wearer);
        TokenStore.Held held = store.held(connection).orElseThrow();
        Instant longAgo = Instant.EPOCH;
        TokenStore.RefreshRight lost =
                store.claim(connection, held.version(), longAgo, longAgo).orElseThrow();
        // The provider has used the token up; we died before its answer was stored.
        SimulatedFitbit.simulator().hasConsent(wearer, Scope.ACTIVITY);

        AccessAnswer answer =
                tokens.insteadOf(connection, new AccessAnswer.Usable("x", held.version(), 0));

        assertThat(lost.unfinished()).isFalse();
        assertThat(answer).isInstanceOf(AccessAnswer.Ended.class);
        assertThat(connections.find(connection).orElseThrow().reason())
                .startsWith("refresh interrupted");
    }

    @Test
    void aNewPairIsNotStoredOverANewerConsent() {
        UUID connection = connected();
        TokenStore.Held held = store.held(connection).orElseThrow();
        TokenStore.RefreshRight right =
                store.claim(connection, held.version(), Instant.EPOCH, Instant.EPOCH).orElseThrow();
        connections.revoke(connection, "gone", SimulatedFitbit.simulator().now());

        boolean stored =
                store.store(
                        connection,
                        right,
                        new TokenPair(
                                "a",
                                "r",
                                Instant.EPOCH,
                                Set.of(),
                                new TokenPair.Owner("owner", null),
                                null));

        assertThat(stored).isFalse();
        assertThat(store.held(connection)).isEmpty();
    }
}
