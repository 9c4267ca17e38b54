package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.time.LeaseClock;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two replicas are two sets of the same objects on one database. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class RefreshAtOnceTest {
    private static final int ROUNDS = 10;

    @Inject Transactions transactions;
    @Inject TokenCipher cipher;
    @Inject @All List<ConnectionListener> listeners;
    @Inject KindSchedule schedule;
    @Inject Providers providers;
    @Inject ConnectConfig config;
    @Inject Clock clock;
    @Inject LeaseClock leases;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();

    private AccessTokens replica() {
        return new AccessTokens(
                new TokenStore(transactions, cipher),
                new ConnectionStore(transactions, cipher, listeners, schedule),
                providers,
                config,
                clock,
                leases);
    }

    private List<Integer> tokenAnswers() {
        return fitbit.requests().stream()
                .filter(request -> request.path().equals("/oauth2/token"))
                .map(request -> request.status())
                .toList();
    }

    @Test
    void twoReplicasNeverSpendTheSameRefreshToken() throws Exception {
        SimulatedUser wearer = People.wearer();
        UUID connection = UUID.fromString(People.connects("anna", wearer));
        SimulatedFitbit.awaitQuiet();
        List<AccessTokens> replicas = List.of(replica(), replica());
        fitbit.turnOn(Switch.REFRESH_CONFLICT);
        int before = tokenAnswers().size();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                refreshAtOnce(threads, replicas, connection);
            }
        } finally {
            fitbit.turnOff(Switch.REFRESH_CONFLICT);
        }

        List<Integer> answers = tokenAnswers();
        assertThat(answers.subList(before, answers.size())).containsOnly(200).hasSize(ROUNDS);
    }

    /** Both find the same token refused at the same moment. */
    private static void refreshAtOnce(
            ExecutorService threads, List<AccessTokens> replicas, UUID connection)
            throws Exception {
        AccessAnswer.Usable refused = (AccessAnswer.Usable) replicas.getFirst().usable(connection);
        CyclicBarrier together = new CyclicBarrier(replicas.size());
        List<Future<AccessAnswer>> answers = new ArrayList<>();
        for (AccessTokens replica : replicas) {
            answers.add(
                    threads.submit(() -> {
                        together.await();
                        return replica.insteadOf(connection, refused);
                    }));
        }
        for (Future<AccessAnswer> answer : answers) {
            assertThat(answer.get())
                    .isInstanceOfAny(AccessAnswer.Usable.class, AccessAnswer.Later.class);
        }
    }
}
