package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.Fed;
import io.pulseline.pipeline.delivery.Footprint;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.pipeline.Trigger;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Targets;
import io.pulseline.pipeline.tier.Allowance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which targets do without a record that came back from them. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class RunPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final String URL = "https://example.org/hook";

    @Inject Targets targets;

    private final UUID user = UUID.randomUUID();
    private final UUID record = UUID.randomUUID();
    private final PipelineTarget webhook = webhook(URL, false);
    private final UUID feedingRun = UUID.randomUUID();

    @Test
    void theTargetThatWasFedDoesWithoutItAndTheOtherGetsIt() {
        PipelineTarget other = webhook("https://example.org/other", false);

        List<PlannedDelivery> planned =
                plan(List.of(webhook, other), List.of(), List.of(fed(webhook.id())), false);

        assertThat(planned).hasSize(2);
        assertThat(planned.getFirst().sparing())
                .isEqualTo(
                        "already fed with this workout from run "
                                + feedingRun
                                + ": it came back from there as an import");
        assertThat(planned.getLast().sparing()).isNull();
    }

    @Test
    void anotherPipelinesTargetThatLeadsToTheSamePlaceCountsToo() {
        UUID place = footprint(webhook).place();
        Fed elsewhere =
                new Fed(
                        UUID.randomUUID(),
                        feedingRun,
                        new Footprint(user, place, NOW, NOW.plusSeconds(1)),
                        null);

        assertThat(sparing(List.of(elsewhere), List.of(), false)).isTrue();
    }

    @Test
    void placesAreTheSameWhateverElseAConfigurationSays() {
        assertThat(footprint(webhook(URL, true)).place()).isEqualTo(footprint(webhook).place());
        assertThat(footprint(webhook(URL + "2", false)).place())
                .isNotEqualTo(footprint(webhook).place());
    }

    @Test
    void aDeliveryLeavesTheTimesOfWhatItSays() {
        Footprint footprint = footprint(webhook);

        assertThat(footprint.user()).isEqualTo(user);
        assertThat(footprint.startedAt()).isEqualTo(NOW.minus(Activities.ELAPSED));
        assertThat(footprint.endedAt()).isEqualTo(NOW);
    }

    @Test
    void onRequestItIsSentAllTheSame() {
        assertThat(sparing(List.of(fed(webhook.id())), List.of(), true)).isFalse();
    }

    @Test
    void whatTheTargetWasOnceToGetItGetsToTheEnd() {
        Delivery delivered = before(new DeliveryState.Delivered(NOW, 1));
        Delivery due = before(new DeliveryState.Due(NOW, 0, null));
        List<Fed> heard = List.of(fed(webhook.id()));

        assertThat(sparing(heard, List.of(delivered), false)).isFalse();
        assertThat(sparing(heard, List.of(due), false)).isFalse();
    }

    @Test
    void aCorrectionOfWhatItDidWithoutIsLookedAtAnew() {
        Delivery skipped = before(new DeliveryState.Skipped("it came back", 0));

        assertThat(sparing(List.of(fed(webhook.id())), List.of(skipped), false)).isTrue();
        assertThat(sparing(List.of(), List.of(skipped), false)).isFalse();
    }

    private boolean sparing(List<Fed> heard, List<Delivery> before, boolean resend) {
        return plan(List.of(webhook), before, heard, resend).getFirst().sparing() != null;
    }

    private Footprint footprint(PipelineTarget target) {
        return requireNonNull(
                plan(List.of(target), List.of(), List.of(), false).getFirst().footprint());
    }

    private List<PlannedDelivery> plan(
            List<PipelineTarget> to, List<Delivery> before, List<Fed> heard, boolean resend) {
        UUID pipelineId = UUID.randomUUID();
        Pipeline pipeline =
                new Pipeline(
                        pipelineId,
                        user,
                        "Runs",
                        true,
                        Trigger.any("activity"),
                        false,
                        false,
                        List.of(),
                        to,
                        NOW,
                        NOW);
        ClaimedRun run =
                new ClaimedRun(
                        UUID.randomUUID(),
                        pipelineId,
                        user,
                        record,
                        2,
                        0,
                        Set.of(),
                        resend,
                        null,
                        List.of(),
                        "a",
                        1,
                        new RunRow());
        Boosted boosted = Boosted.unboosted(Activities.run(user, "thing", NOW));
        return new RunPlan(pipeline, run, before, targets, Allowance.EVERYTHING, heard)
                .deliveries(ActivityWay.result(pipeline, run, boosted, NOW), false);
    }

    private Fed fed(UUID target) {
        return new Fed(target, feedingRun, new Footprint(user, UUID.randomUUID(), NOW, null), null);
    }

    private Delivery before(DeliveryState state) {
        return new Delivery(
                UUID.randomUUID(),
                webhook.id(),
                "webhook",
                0,
                UUID.randomUUID(),
                record,
                1,
                0,
                EventType.CREATED,
                "as before",
                state,
                null,
                NOW,
                List.of());
    }

    private static PipelineTarget webhook(String url, boolean inlineSeries) {
        return PipelineTarget.inUse(
                UUID.randomUUID(),
                "webhook",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", url)
                        .put("inlineSeries", inlineSeries));
    }
}
