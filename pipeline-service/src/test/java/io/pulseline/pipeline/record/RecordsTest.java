package io.pulseline.pipeline.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is remembered of activities. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class RecordsTest {
    private static final Instant END = Instant.parse("2026-10-25T01:30:00Z");

    @Inject Records records;
    @Inject Transactions transactions;

    private final UUID user = UUID.randomUUID();

    private Activity kept(String thing, Instant end) {
        Activity activity = Activities.run(user, thing, end);
        ReceivedActivity received = ReceivedActivity.of(activity);
        var _ = transactions.writeAndWait(() -> records.keep(received.kept(), END));
        return activity;
    }

    private List<ActivityFigures> found(Instant from, Instant before) {
        return transactions.writeAndWait(() -> records.activities(user, from, before)).stream()
                .map(KeptActivity::figures)
                .toList();
    }

    @Test
    void activitiesAreFoundByTheirStartTheFirstInstantIncludedTheLastNot() {
        Activity run = kept("1", END);
        Instant start = END.minus(Activities.ELAPSED);

        assertThat(found(start, END)).containsExactly(ActivityFigures.of(run));
        assertThat(found(start.plusMillis(1), END)).isEmpty();
        assertThat(found(start.minus(Duration.ofDays(1)), start)).isEmpty();
    }

    @Test
    void anActivityThatWasKeptBeforeThereWereFiguresHasTheSame() {
        Activity run = kept("1", END);
        int changed =
                transactions.writeAndWait(
                        () -> records.update("figures = null where user = ?1", user));

        assertThat(changed).isEqualTo(1);
        assertThat(found(END.minus(Duration.ofDays(1)), END))
                .containsExactly(ActivityFigures.of(run));
    }
}
