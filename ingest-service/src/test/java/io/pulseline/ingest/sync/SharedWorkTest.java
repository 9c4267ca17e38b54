package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replicas are played by threads: the database cannot tell them apart. */
@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class SharedWorkTest {
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** Far beyond what the service's own worker sees as due. */
    private static final Duration LATER = Duration.ofDays(300);

    @Inject DueStore due;
    @Inject Wakes wakes;

    private Instant now() {
        return SimulatedFitbit.simulator().now();
    }

    private static void giveBack(DueStore due, DueWork work, Instant next, Instant now) {
        due.finish(Map.of(work, new PassResult.Again(next, null, work.progress(), true)), now);
    }

    @Test
    void aRowIsNeverClaimedTwice() throws InterruptedException, ExecutionException {
        IntStream.range(0, 6).forEach(_ -> People.connects("anna", People.wearer()));
        Instant then = now().plus(LATER);
        Instant leaseNow = Instant.EPOCH.plus(Duration.ofDays(40_000));
        List<Future<List<DueWork>>> claims = new ArrayList<>();

        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (int replica = 0; replica < 12; replica++) {
                claims.add(
                        replicas.submit(() -> due.claim(then, leaseNow, leaseNow.plus(LEASE), 2)));
            }
        }

        List<DueWork> claimed = new ArrayList<>();
        for (Future<List<DueWork>> claim : claims) {
            claimed.addAll(claim.get());
        }
        assertThat(claimed).hasSizeGreaterThanOrEqualTo(6);
        assertThat(claimed).extracting(DueWork::id).doesNotHaveDuplicates();
        claimed.forEach(work -> giveBack(due, work, now().plusSeconds(3600), now()));
    }

    @Test
    void aLeaseThatRanOutIsAnybodysAndItsHolderWritesNothingMore() {
        UUID connection = UUID.fromString(People.connects("anna", People.wearer()));
        Instant then = now().plus(LATER);
        Instant leaseNow = Instant.EPOCH.plus(Duration.ofDays(50_000));
        DueWork first = claimOf(connection, then, leaseNow);

        DueWork second = claimOf(connection, then, leaseNow.plus(LEASE));
        assertThat(due.extend(List.of(first), leaseNow.plus(LEASE))).isFalse();
        giveBack(due, first, Instant.EPOCH, now());

        assertThat(due.extend(List.of(second), leaseNow.plus(LEASE))).isTrue();
        giveBack(due, second, now().plusSeconds(3600), now());
    }

    @Test
    void aNotificationDuringAPassLeavesTheRowDue() {
        UUID connection = UUID.fromString(People.connects("anna", People.wearer()));
        Instant then = now().plus(LATER);
        Instant leaseNow = Instant.EPOCH.plus(Duration.ofDays(60_000));
        DueWork work = claimOf(connection, then, leaseNow);

        wakes.now(connection, Set.of(PayloadKind.ACTIVITY), LocalDate.of(2020, 1, 1), then);
        giveBack(due, work, then.plusSeconds(3600), then);

        DueWork again = claimOf(connection, then, leaseNow);
        assertThat(again.progress().rereadFrom()).isEqualTo(LocalDate.of(2020, 1, 1));
        giveBack(due, again, now().plusSeconds(3600), now());
    }

    @Test
    void leasesAreRenewedWhileOtherPassesEnd() throws InterruptedException, ExecutionException {
        IntStream.range(0, 3).forEach(_ -> People.connects("anna", People.wearer()));
        Instant then = now().plus(LATER);
        Instant leaseNow = Instant.EPOCH.plus(Duration.ofDays(70_000));
        List<DueWork> works = due.claim(then, leaseNow, leaseNow.plus(LEASE), 24);
        Map<UUID, List<DueWork>> passes =
                works.stream().collect(Collectors.groupingBy(DueWork::connectionId));

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int round = 0; round < 60; round++) {
                ends.add(threads.submit(() -> due.extend(works.reversed(), leaseNow.plus(LEASE))));
                passes.forEach((connection, pass) ->
                        ends.add(
                                threads.submit(() ->
                                        due.change(
                                                connection,
                                                pass.stream().map(DueWork::kind).toList(),
                                                row -> row.failures++))));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }

        works.forEach(work -> giveBack(due, work, now().plusSeconds(3600), now()));
    }

    /** The service's own worker, which takes what is due, may hold the row's lock just now. */
    private DueWork claimOf(UUID connection, Instant now, Instant leaseNow) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> claimedOf(connection, now, leaseNow), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<DueWork> claimedOf(UUID connection, Instant now, Instant leaseNow) {
        List<DueWork> claimed = due.claim(now, leaseNow, leaseNow.plus(LEASE), 1000);
        claimed.stream()
                .filter(work -> !isOurs(work, connection))
                .forEach(work -> giveBack(due, work, now().plusSeconds(3600), now()));
        return claimed.stream().filter(work -> isOurs(work, connection)).findFirst();
    }

    private static boolean isOurs(DueWork work, UUID connection) {
        return work.connectionId().equals(connection) && work.kind().equals(PayloadKind.ACTIVITY);
    }
}
